package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.observe.Round;
import weservstatus.status.Past;
import weservstatus.status.Snapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.ReviewStore;
import weservstatus.store.SnapshotJson;
import weservstatus.time.Interval;
import weservstatus.verdict.Verdict;
import weservstatus.verdict.Verdicts;

/**
 * Reads what the locations saw, decides what is true, counts it and publishes one snapshot. Running
 * it again changes nothing but the time, however often and in whatever order it is triggered. One
 * instance is for one thread at a time.
 */
public final class Review {
    private final Catalogue catalogue;
    private final ReviewStores stores;
    private final Teller teller;
    private final InstantSource clock;
    private final RecentRounds recent;
    private final Count count;

    public Review(Catalogue catalogue, ReviewStores stores, Teller teller, InstantSource clock) {
        this.catalogue = catalogue;
        this.stores = stores;
        this.teller = teller;
        this.clock = clock;
        this.recent = new RecentRounds(catalogue, stores.rounds());
        this.count = new Count(catalogue, stores);
    }

    /**
     * What a review found.
     *
     * @param rounds all that it was made from
     */
    public record Outcome(Verdict verdict, StatusSnapshot snapshot, List<Round> rounds) {
        public Outcome {
            rounds = List.copyOf(rounds);
        }
    }

    /** Reviews now. */
    public Outcome run() {
        Instant now = clock.instant();
        Optional<ReviewStore.Versioned<ReviewState>> stored = stores.state().find();
        Optional<ReviewState> before = stored.map(ReviewStore.Versioned::state);
        Instant open = count.firstOpenHour(before.map(ReviewState::countedThrough), now);
        List<Round> rounds = recent.in(reach(open, now));

        Verdict verdict = Verdicts.decide(catalogue, rounds, now);
        ReviewState after = ReviewState.next(before, verdict, rounds, now);
        Instant first = after.firstRecord().isAfter(open) ? after.firstRecord() : open;
        if (first.isBefore(now)) {
            count.count(new Interval(first, now), rounds);
        }
        Past past = new Past(after.since(), count.days(now), count.lastDay(now));
        StatusSnapshot snapshot = Snapshots.of(catalogue, verdict, past, now);

        stores.snapshots()
                .publish(
                        snapshot.dataThrough().orElse(Instant.EPOCH), SnapshotJson.write(snapshot));
        before.ifPresent(state -> tell(state, after, snapshot));
        stores.state()
                .put(after, stored.map(ReviewStore.Versioned::version).orElse(ReviewStore.NONE));
        return new Outcome(verdict, snapshot, rounds);
    }

    /** The checks that the location must ask again now, after what {@link #run} found. */
    public Set<CheckId> toConfirm(Outcome outcome, LocationId location) {
        return Verdicts.toConfirm(catalogue, outcome.rounds(), location, clock.instant());
    }

    /** As far back as anything that is decided or counted now can depend on. */
    private Interval reach(Instant open, Instant now) {
        Duration lookBack = Verdicts.lookBack(catalogue);
        return new Interval(open.minus(lookBack), now.plus(catalogue.pace().round()));
    }

    /**
     * Told before the state is written: a crash in between repeats the message under the same id
     * and loses none.
     */
    private void tell(ReviewState before, ReviewState after, StatusSnapshot snapshot) {
        if (before.whole().status() != after.whole().status()) {
            String id = before.whole().since() + "/" + after.whole().status().label();
            teller.tell(new StatusChange(id, before.whole().status(), snapshot));
        }
    }
}
