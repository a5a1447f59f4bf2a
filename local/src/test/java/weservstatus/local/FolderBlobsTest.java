package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weservstatus.store.Blobs;
import weservstatus.store.BlobsContract;

class FolderBlobsTest implements BlobsContract {
    @TempDir private Path folder;

    @Override
    public Blobs blobs() {
        return new FolderBlobs(folder.resolve("blobs"));
    }

    @Test
    void keepsBlobsWhenOpenedAgain() {
        blobs().put("days/2026-11-23.ndjson", BlobsContract.text("day"));

        assertThat(BlobsContract.textOf(blobs(), "days/2026-11-23.ndjson")).isEqualTo("day");
        assertThat(blobs().list("days/")).containsExactly("days/2026-11-23.ndjson");
    }

    @Test
    void leavesNoFileAside() throws IOException {
        Blobs blobs = blobs();
        blobs.put("a", BlobsContract.text("1"));
        blobs.put("a", BlobsContract.text("2"));

        assertThat(files()).containsExactly("a+blob");
    }

    @Test
    void takesNothingThatAKilledProcessLeftAsideForABlob() throws IOException {
        blobs().put("a", BlobsContract.text("whole"));
        Files.writeString(folder.resolve("blobs/+aside/123"), "text/plain\nhal");

        Blobs reopened = blobs();

        assertThat(reopened.list("")).containsExactly("a");
        assertThat(files()).containsExactly("a+blob");
    }

    @Test
    void saysWhichFileIsNotABlob() throws IOException {
        Blobs blobs = blobs();
        Files.writeString(folder.resolve("blobs/torn+blob"), "no line feed");

        assertThatThrownBy(() -> blobs.get("torn"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("blob torn does not start with its type");
    }

    @Test
    void aFailedWriteKeepsTheOldBlobAndLeavesNothingAside() throws IOException {
        Blobs blobs = blobs();
        blobs.put("a", BlobsContract.text("old"));
        Files.createDirectories(folder.resolve("blobs/b+blob/in-the-way"));

        assertThatThrownBy(() -> blobs.put("b", BlobsContract.text("new")))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(BlobsContract.textOf(blobs, "a")).isEqualTo("old");
        assertThat(files()).containsExactly("a+blob");
    }

    private Stream<String> files() throws IOException {
        Path root = folder.resolve("blobs");
        try (Stream<Path> paths = Files.walk(root)) {
            return paths
                    .filter(Files::isRegularFile)
                    .map(path -> root.relativize(path).toString())
                    .toList()
                    .stream();
        }
    }
}
