package weservstatus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import weservstatus.store.Blobs;

/**
 * Blobs as files. A file holds the media type, a line feed and the bytes, so that both are replaced
 * together; it is written aside, forced to the disk and moved into place. File names end in {@code
 * +blob}, which no blob's name can contain: so {@code a} and {@code a/b} do not collide, and what a
 * killed process left aside is never taken for a blob.
 */
public final class FolderBlobs implements Blobs {
    private static final String SUFFIX = "+blob";
    private static final String ASIDE = "+aside";

    private final Path root;

    /** Uses the folder, which belongs to one process and is created where it is missing. */
    public FolderBlobs(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root.resolve(ASIDE));
            removeLeftovers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(String name, Blob blob) {
        Path file = file(name);
        try {
            Path aside = Files.createTempFile(root.resolve(ASIDE), "", "");
            try {
                write(aside, blob);
                Files.createDirectories(file.getParent());
                Files.move(
                        aside,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Blob> get(String name) {
        try {
            return Optional.of(parse(name, Files.readAllBytes(file(name))));
        } catch (NoSuchFileException ignored) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> list(String prefix) {
        int folder = prefix.lastIndexOf('/');
        if (folder < 0) {
            return list(root, prefix);
        }
        String parent = prefix.substring(0, folder);
        return Blobs.isName(parent) ? list(root.resolve(parent), prefix) : List.of();
    }

    private List<String> list(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new FolderWalk(path -> name(path).ifPresent(names::add)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.stream().filter(name -> name.startsWith(prefix)).sorted().toList();
    }

    /** Calls the consumer with every file; one that vanishes meanwhile is passed over. */
    private static final class FolderWalk extends SimpleFileVisitor<Path> {
        private final Consumer<Path> files;

        FolderWalk(Consumer<Path> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.accept(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeLeftovers() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(root.resolve(ASIDE))) {
            for (Path leftover : leftovers) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    private Path file(String name) {
        return root.resolve(Blobs.requireName(name) + SUFFIX);
    }

    /** The name of the blob that the path holds, absent for folders and what lies aside. */
    private Optional<String> name(Path path) {
        String name = root.relativize(path).toString().replace('\\', '/');
        return name.endsWith(SUFFIX)
                ? Optional.of(name.substring(0, name.length() - SUFFIX.length()))
                : Optional.empty();
    }

    private static void write(Path file, Blob blob) throws IOException {
        byte[] head = (blob.contentType() + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer[] parts = {ByteBuffer.wrap(head), ByteBuffer.wrap(blob.bytes())};
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (parts[1].hasRemaining() || parts[0].hasRemaining()) {
                channel.write(parts);
            }
            channel.force(true);
        }
    }

    private static Blob parse(String name, byte[] file) throws IOException {
        int end = 0;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        if (end == 0 || end == file.length) {
            throw new IOException("the file of blob " + name + " does not start with its type");
        }
        String type = new String(file, 0, end, StandardCharsets.US_ASCII);
        return new Blob(Arrays.copyOfRange(file, end + 1, file.length), type);
    }
}
