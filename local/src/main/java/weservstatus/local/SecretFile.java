package weservstatus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A random secret in a file that only its owner can read. */
final class SecretFile {
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNER =
            Set.copyOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));

    private SecretFile() {}

    /**
     * What the file holds, 32 random bytes as text; made when there is none yet.
     *
     * @throws DataFolderTaken when others may read the file, or it is empty
     */
    static String in(Path folder, String name) {
        try {
            create(folder.resolve(name));
            requireOwnerOnly(folder, name);
            return find(folder, name)
                    .orElseThrow(() ->
                            new DataFolderTaken(
                                    folder, "has an empty file " + name + " (delete it)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file holds; absent where it cannot be read. */
    static Optional<String> find(Path folder, String name) {
        try {
            return Optional.of(Files.readString(folder.resolve(name)).strip())
                    .filter(secret -> !secret.isEmpty());
        } catch (IOException cannotBeRead) {
            return Optional.empty();
        }
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
        try {
            Files.createFile(file, attributes(file));
            Files.writeString(file, secret, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException kept) {
            // The secret of an earlier start goes on to be good.
        }
    }

    private static FileAttribute<?>[] attributes(Path file) throws IOException {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER)}
                : new FileAttribute<?>[0];
    }

    private static void requireOwnerOnly(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        if (isPosix(file) && !OWNER.containsAll(Files.getPosixFilePermissions(file))) {
            throw new DataFolderTaken(
                    folder,
                    "has a file " + name + " that others may read (delete it for a new one)");
        }
    }

    private static boolean isPosix(Path file) throws IOException {
        return Files.getFileStore(file.toAbsolutePath().getParent())
                .supportsFileAttributeView("posix");
    }
}
