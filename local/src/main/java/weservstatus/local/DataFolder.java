package weservstatus.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder where one monitor keeps everything; two at once would probe each slot twice. */
public final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Creates the folder where there is none and takes it until closed or the process ends.
     *
     * @throws DataFolderTaken when another monitor has it or it cannot be written
     */
    static DataFolder open(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(
                            folder.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            if (lock(channel).isEmpty()) {
                channel.close();
                throw new DataFolderTaken(folder, "is in use by another weserv-status");
            }
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new DataFolderTaken(folder, "cannot be written (" + e + ")");
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        }
    }

    Path database() {
        return database(folder);
    }

    static Path database(Path folder) {
        return folder.resolve("weserv-status.db");
    }

    FolderBlobs blobs() {
        return blobs(folder);
    }

    /** What lies in such a folder, for reading; whoever writes takes it first. */
    public static FolderBlobs blobs(Path folder) {
        return new FolderBlobs(folder.resolve("blobs"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
