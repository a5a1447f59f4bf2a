package weservstatus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What an administrator of this machine proves itself by: a file that only its owner can read. */
public final class AdminToken {
    private static final String FILE = "admin-token";
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER =
            Set.copyOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

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
        try {
            create(folder.resolve(FILE));
            requireOwnerOnly(folder);
            return new AdminToken(
                    find(folder)
                            .orElseThrow(() ->
                                    new DataFolderTaken(
                                            folder, "has an empty file " + FILE + " (delete it)")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file holds, for a client on the same machine; absent where it cannot be read. */
    public static Optional<String> find(Path folder) {
        try {
            return Optional.of(Files.readString(folder.resolve(FILE)).strip())
                    .filter(token -> !token.isEmpty());
        } catch (IOException cannotBeRead) {
            return Optional.empty();
        }
    }

    /** Compared in full, so that time tells nothing about it. */
    boolean is(String given) {
        return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
        try {
            Files.createFile(file, attributes(file));
            Files.writeString(file, token, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException kept) {
            // The token of an earlier start goes on to be good.
        }
    }

    private static FileAttribute<?>[] attributes(Path file) throws IOException {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private static void requireOwnerOnly(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (isPosix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new DataFolderTaken(
                    folder,
                    "has a file " + FILE + " that others may read (delete it for a new one)");
        }
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView("posix");
    }
}
