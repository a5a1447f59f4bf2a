package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.document.PublishedDocuments;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs;
import weservstatus.store.Blobs.Blob;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.SnapshotJson;
import weservstatus.store.SnapshotStore;
import weservstatus.store.TestClock;

class PublishedTest {
    private static final Instant NOW = SampleSnapshots.NOW;
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final StatusSnapshot OLD = SampleSnapshots.calm();
    private static final StatusSnapshot NEW = SampleSnapshots.incident();

    private final List<String> asked = new ArrayList<>();
    private final Blobs blobs = new InMemoryBlobs();
    private final SnapshotStore snapshots =
            new SnapshotStore(
                    new WatchedTable(new InMemoryTable(new TestClock(NOW)), asked::add), blobs);
    private final Published published = new Published(snapshots);

    @Test
    void isAbsentBeforeTheFirstPublication() {
        assertThat(published.get()).isEmpty();
    }

    @Test
    void rendersEachSnapshotOnceAndReadsOneItemForEachCall() {
        snapshots.publish(NOW, SnapshotJson.write(OLD));
        PublishedDocuments first = published.get().orElseThrow();
        blobs.delete(SnapshotStore.NAME);
        asked.clear();

        assertThat(published.get().orElseThrow()).isSameAs(first);
        assertThat(asked).containsExactly("get snapshot");
    }

    @Test
    void followsThePublications() {
        snapshots.publish(NOW, SnapshotJson.write(OLD));
        assertThat(shown()).contains(OLD);

        snapshots.publish(LATER, SnapshotJson.write(NEW));

        assertThat(shown()).contains(NEW);
    }

    @Test
    void aStampAheadOfItsDocumentDoesNotMakeTheOldOneNew() {
        snapshots.publish(NOW, SnapshotJson.write(OLD));
        published.get();
        Blob old = blobs.get(SnapshotStore.NAME).orElseThrow();
        snapshots.publish(LATER, SnapshotJson.write(NEW));
        // As between the two writes of a publication.
        blobs.put(SnapshotStore.NAME, old);
        assertThat(shown()).contains(OLD);
        assertThat(new Published(snapshots).get().orElseThrow().snapshot()).isEqualTo(OLD);

        blobs.put(SnapshotStore.NAME, SnapshotJson.write(NEW));

        assertThat(shown()).contains(NEW);
    }

    @Test
    void aDocumentOfAnotherVersionIsAsGoodAsNone() {
        snapshots.publish(NOW, new Blob("{}".getBytes(StandardCharsets.UTF_8), "text/plain"));
        assertThat(published.get()).isEmpty();

        snapshots.publish(LATER, SnapshotJson.write(NEW));
        assertThat(shown()).contains(NEW);
    }

    private Optional<StatusSnapshot> shown() {
        return published.get().map(PublishedDocuments::snapshot);
    }
}
