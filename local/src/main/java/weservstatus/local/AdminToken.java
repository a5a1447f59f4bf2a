package weservstatus.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;

/** What an administrator of this machine proves itself by: a file that only its owner can read. */
public final class AdminToken {
    private static final String FILE = "admin-token";

    private final byte[] token;

    private AdminToken(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The token of the folder, made when there is none yet.
     *
     * @throws DataFolderTaken when others may read the file
     */
    static AdminToken in(Path folder) {
        return new AdminToken(SecretFile.in(folder, FILE));
    }

    /** What the file holds, for a client on the same machine; absent where it cannot be read. */
    public static Optional<String> find(Path folder) {
        return SecretFile.find(folder, FILE);
    }

    /** Compared in full, so that time tells nothing about it. */
    boolean is(String given) {
        return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    }
}
