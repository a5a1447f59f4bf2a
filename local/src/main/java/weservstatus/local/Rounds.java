package weservstatus.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.store.RoundStore;
import weservstatus.time.Interval;
import weservstatus.time.Slot;
import weservstatus.usecase.ProbeRound;
import weservstatus.usecase.Review;

/** The work of this one place: probes, and reviews what it saw. For one thread at a time. */
final class Rounds implements Scheduler.Work {
    private static final Duration BETWEEN_PURGES = Duration.ofHours(1);

    private final LocationId location;
    private final RoundStore stored;
    private final ProbeRound rounds;
    private final Review review;
    private final Consumer<Review.Outcome> reviewed;
    private final Runnable purge;
    private final AtomicBoolean first = new AtomicBoolean(true);
    private final AtomicReference<Instant> purged = new AtomicReference<>(Instant.EPOCH);

    /**
     * @param reviewed told of every review, after it published
     * @param purge deletes what has expired
     */
    Rounds(
            LocationId location,
            RoundStore stored,
            ProbeRound rounds,
            Review review,
            Consumer<Review.Outcome> reviewed,
            Runnable purge) {
        this.location = location;
        this.stored = stored;
        this.rounds = rounds;
        this.review = review;
        this.reviewed = reviewed;
        this.purge = purge;
    }

    @Override
    public boolean isDone(Slot slot) {
        return !stored.list(location, new Interval(slot.start(), slot.end())).isEmpty();
    }

    /** The first round asks everything, so that nothing waits for its turn to be known. */
    @Override
    public void run(Slot slot) {
        if (first.getAndSet(false)) {
            rounds.runAll(slot);
        } else {
            rounds.run(slot);
        }
    }

    @Override
    public void confirm(Slot slot, int number, Set<CheckId> checks) {
        rounds.confirm(slot, number, checks);
    }

    @Override
    public void missed(Slot slot) {
        rounds.missed(slot);
    }

    @Override
    public Set<CheckId> review(Instant now) {
        Review.Outcome outcome = review.run();
        reviewed.accept(outcome);
        if (purged.get().plus(BETWEEN_PURGES).isBefore(now)) {
            purge.run();
            purged.set(now);
        }
        return review.toConfirm(outcome, location);
    }
}
