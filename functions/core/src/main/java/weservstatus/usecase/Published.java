package weservstatus.usecase;

import java.util.Optional;
import java.util.function.Supplier;
import weservstatus.document.Documents;
import weservstatus.document.PublishedDocuments;
import weservstatus.status.Reach;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs;
import weservstatus.store.SnapshotJson;
import weservstatus.store.SnapshotStore;
import weservstatus.store.UnreadableDocument;

/**
 * The documents of the latest snapshot: one read of the table for each call, rendered once per
 * snapshot. What is kept is known by its own bytes, so a stamp that is ahead of its document, or a
 * document ahead of its stamp, never makes an old one pass for new.
 */
public final class Published implements Supplier<Optional<PublishedDocuments>> {
    private final SnapshotStore snapshots;
    private Optional<Rendered> last = Optional.empty();

    /** The documents of one snapshot, as far as it was found to hold. */
    private record Rendered(
            String sha256,
            StatusSnapshot made,
            Optional<Reach> reach,
            PublishedDocuments documents) {
        Rendered(String sha256, StatusSnapshot made, Optional<Reach> reach) {
            this(sha256, made, reach, Documents.of(reach.map(made::reaching).orElse(made)));
        }
    }

    public Published(SnapshotStore snapshots) {
        this.snapshots = snapshots;
    }

    /** Absent before the first publication by a version of this program that can be read. */
    @Override
    public synchronized Optional<PublishedDocuments> get() {
        snapshots.stamp().ifPresent(this::follow);
        return last.map(Rendered::documents);
    }

    private void follow(SnapshotStore.Stamp stamp) {
        if (!isKept(stamp.sha256())) {
            snapshots.find().ifPresent(this::render);
        }
        last = last.map(kept -> isKept(stamp.sha256()) ? reaching(kept, stamp.reach()) : kept);
    }

    private static Rendered reaching(Rendered kept, Optional<Reach> reach) {
        return kept.reach().equals(reach) ? kept : new Rendered(kept.sha256(), kept.made(), reach);
    }

    private boolean isKept(String sha256) {
        return last.filter(kept -> kept.sha256().equals(sha256)).isPresent();
    }

    private void render(Blobs.Blob document) {
        String sha256 = SnapshotStore.sha256(document);
        if (!isKept(sha256)) {
            snapshot(document)
                    .ifPresent(s -> last = Optional.of(new Rendered(sha256, s, Optional.empty())));
        }
    }

    /** A document of another version is as good as none: the next review writes it anew. */
    private static Optional<StatusSnapshot> snapshot(Blobs.Blob document) {
        try {
            return Optional.of(SnapshotJson.read(document));
        } catch (UnreadableDocument e) {
            return Optional.empty();
        }
    }
}
