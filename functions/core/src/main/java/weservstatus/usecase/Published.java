package weservstatus.usecase;

import java.util.Optional;
import java.util.function.Supplier;
import weservstatus.document.Documents;
import weservstatus.document.PublishedDocuments;
import weservstatus.store.SnapshotJson;
import weservstatus.store.SnapshotStore;

/**
 * The documents of the latest snapshot: one read of the table for each call, rendered once per
 * snapshot.
 */
public final class Published implements Supplier<Optional<PublishedDocuments>> {
    private final SnapshotStore snapshots;
    private Optional<Rendered> last = Optional.empty();

    private record Rendered(SnapshotStore.Stamp stamp, PublishedDocuments documents) {}

    public Published(SnapshotStore snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public synchronized Optional<PublishedDocuments> get() {
        Optional<SnapshotStore.Stamp> stamp = snapshots.stamp();
        if (stamp.isPresent() && last.filter(r -> r.stamp().equals(stamp.get())).isEmpty()) {
            last =
                    snapshots
                            .find()
                            .map(SnapshotJson::read)
                            .map(s -> new Rendered(stamp.get(), Documents.of(s)));
        }
        return last.map(Rendered::documents);
    }
}
