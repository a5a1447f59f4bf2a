package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.store.TableUnderTest.NOON;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.store.Blobs.Blob;
import weservstatus.store.SnapshotStore.Stamp;

class SnapshotStoreTest {
    private final Table table = new InMemoryTable(new TestClock(NOON));
    private final Blobs blobs = new InMemoryBlobs();
    private final SnapshotStore snapshots = new SnapshotStore(table, blobs);

    private static Blob json(String text) {
        return new Blob(text.getBytes(StandardCharsets.UTF_8), "application/json");
    }

    @Test
    void startsWithNothing() {
        assertThat(snapshots.find()).isEmpty();
        assertThat(snapshots.stamp()).isEmpty();
    }

    @Test
    void theLatestDocumentIsOneReadAndItsStampAnother() {
        assertThat(snapshots.publish(NOON, json("{}"))).isTrue();

        assertThat(snapshots.find().orElseThrow().bytes()).isEqualTo(json("{}").bytes());
        assertThat(snapshots.find().orElseThrow().contentType()).isEqualTo("application/json");
        assertThat(snapshots.stamp())
                .contains(
                        new Stamp(
                                1,
                                NOON,
                                "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
                                Optional.empty()));
        assertThat(blobs.list("")).containsExactly(SnapshotStore.NAME);
    }

    @Test
    void publishesAgainForTheSameMinute() {
        snapshots.publish(NOON, json("{}"));

        assertThat(snapshots.publish(NOON, json("[]"))).isTrue();

        assertThat(snapshots.stamp().orElseThrow().version()).isEqualTo(2);
        assertThat(snapshots.find().orElseThrow().bytes()).isEqualTo(json("[]").bytes());
    }

    @Test
    void neverGoesBackToAnOlderDocument() {
        snapshots.publish(NOON, json("{}"));

        assertThat(snapshots.publish(NOON.minusSeconds(60), json("[]"))).isFalse();

        assertThat(snapshots.find().orElseThrow().bytes()).isEqualTo(json("{}").bytes());
        assertThat(snapshots.stamp().orElseThrow().made()).isEqualTo(NOON);
    }
}
