package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.observe.Round;
import weservstatus.status.Reach;
import weservstatus.store.SnapshotStore;

/**
 * Spares reviews while all is well: says of the snapshot that was published last that it holds
 * still, and how far its data reach, in one small item. Readers see the same as after a review, but
 * for figures of the past, which are up to {@link Calm#LONGEST} old. One instance is for one thread
 * at a time.
 */
public final class Holding {
    /** The reach is written once in a slot, not for each place. */
    private static final int QUARTERS = 3;

    private final Catalogue catalogue;
    private final SnapshotStore snapshots;
    private final InstantSource clock;
    private Optional<Held> held = Optional.empty();

    private record Held(Calm calm, SnapshotStore.Stamp stamp, Instant written) {}

    public Holding(Catalogue catalogue, SnapshotStore snapshots, InstantSource clock) {
        this.catalogue = catalogue;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** What a review has just found and published is what is held from now on. */
    public void begin(Review.Outcome outcome) {
        Instant made = outcome.snapshot().generatedAt();
        Instant through = outcome.snapshot().dataThrough().orElse(made);
        held =
                snapshots
                        .stamp()
                        .filter(stamp -> stamp.made().equals(made))
                        .map(stamp -> new Held(new Calm(catalogue, outcome), stamp, through));
    }

    /** Whether the snapshot holds with those rounds; if not, a review is needed. */
    public boolean holds(List<Round> arrived) {
        Optional<Held> next =
                held.flatMap(last ->
                        last.calm()
                                .after(arrived, clock.instant())
                                .flatMap(reach -> extended(last, reach)));
        held = next;
        return next.isPresent();
    }

    /** Nothing when somebody else has published meanwhile. */
    private Optional<Held> extended(Held last, Reach reach) {
        Duration often = catalogue.pace().round().multipliedBy(QUARTERS).dividedBy(4);
        if (reach.dataThrough().isBefore(last.written().plus(often))) {
            return Optional.of(last);
        }
        return snapshots
                .extend(last.stamp(), reach)
                .map(stamp -> new Held(last.calm(), stamp, reach.dataThrough()));
    }
}
