package weservstatus.local;

import java.time.Instant;
import java.util.Set;
import java.util.function.Function;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.store.RoundStore;
import weservstatus.time.Interval;
import weservstatus.time.Slot;
import weservstatus.usecase.ProbeRound;

/** The work of this one place: probes, and reviews what it saw. For one thread at a time. */
final class Rounds implements Scheduler.Work {
    private final LocationId location;
    private final RoundStore stored;
    private final ProbeRound rounds;
    private final Function<Instant, Set<CheckId>> review;

    Rounds(
            LocationId location,
            RoundStore stored,
            ProbeRound rounds,
            Function<Instant, Set<CheckId>> review) {
        this.location = location;
        this.stored = stored;
        this.rounds = rounds;
        this.review = review;
    }

    @Override
    public boolean isDone(Slot slot) {
        return !stored.list(location, new Interval(slot.start(), slot.end())).isEmpty();
    }

    @Override
    public void run(Slot slot) {
        rounds.run(slot);
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
        return review.apply(now);
    }
}
