package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.SnapshotJson;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.verdict.OutageChange;
import weservstatus.verdict.Scene;

/** A catalogue, a clock, a store and what happens to them; seconds count from Scene.START. */
final class Story {
    final TestClock clock = new TestClock(Scene.START);
    final List<StatusChange> told = new ArrayList<>();
    final List<OutageChange> news = new ArrayList<>();
    final Blobs blobs = new InMemoryBlobs();
    final Table table;
    final Catalogue catalogue;
    final ReviewStores stores;
    final RollUp rollUp;
    Review review;

    Story(Catalogue catalogue) {
        this(catalogue, table -> table);
    }

    Story(Catalogue catalogue, UnaryOperator<Table> wrap) {
        this.catalogue = catalogue;
        this.table = wrap.apply(new InMemoryTable(clock));
        this.stores = ReviewStores.over(table, blobs);
        this.rollUp = new RollUp(catalogue, stores, clock);
        this.review = another();
    }

    /** Two vital checks of one component, once a minute, at one place. */
    static Catalogue small() {
        return Scene.at("here")
                .component("pictures")
                .vital("made", CachePath.MISS)
                .vital("kept", CachePath.HIT)
                .catalogue();
    }

    /** Another process on the same stores. */
    Review another() {
        return new Review(catalogue, stores, Teller.of(told::add, news::add), clock);
    }

    void restart() {
        review = another();
    }

    void at(double second) {
        clock.advance(Duration.between(clock.instant(), Scene.second(second)));
    }

    /** Scheduled rounds of both checks at the beginning of each minute. */
    void rounds(int firstMinute, int lastMinute, String word) {
        for (int minute = firstMinute; minute <= lastMinute; minute++) {
            round(minute * 60, 0, word);
        }
    }

    void round(double second, int number, String word) {
        store(Scene.round("here", second, number, seen(second, word)));
    }

    void blind(double second) {
        store(Scene.blind("here", second, seen(second, "self-fault")));
    }

    void store(Round round) {
        stores.rounds().put(round);
    }

    private static Observation[] seen(double second, String word) {
        return new Observation[] {
            Scene.seen("made", second, word), Scene.seen("kept", second + 0.1, word)
        };
    }

    /** A minute as the scheduler plays it: a round, then a review. */
    StatusSnapshot minute(int minute, String word) {
        round(minute * 60, 0, word);
        return review(minute * 60 + 1);
    }

    StatusSnapshot review(double second) {
        at(second);
        return review.run().snapshot();
    }

    /** A review, and the hour's run after it. */
    StatusSnapshot hour(double second) {
        StatusSnapshot snapshot = review(second);
        rollUp.run(clock.instant());
        return snapshot;
    }

    StatusSnapshot published() {
        return SnapshotJson.read(stores.snapshots().find().orElseThrow());
    }

    /** Changes as people read them. */
    List<String> changes() {
        return told.stream()
                .map(change -> change.before().label() + " → " + change.after().label())
                .toList();
    }

    List<String> ids() {
        return told.stream().map(StatusChange::id).toList();
    }

    /** The same snapshot, as of another moment. */
    static StatusSnapshot as(StatusSnapshot snapshot, Instant generatedAt) {
        return new StatusSnapshot(
                snapshot.page(),
                generatedAt,
                snapshot.dataThrough(),
                snapshot.round(),
                snapshot.staleAfter(),
                snapshot.status(),
                snapshot.headline(),
                snapshot.since(),
                snapshot.checks(),
                snapshot.places(),
                snapshot.groups(),
                snapshot.speed(),
                snapshot.announcements(),
                snapshot.asked());
    }
}
