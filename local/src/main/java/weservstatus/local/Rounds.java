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

/**
 * The work of this one place: probes, and reviews what it saw. For one thread at a time.
 *
 * @param ended hears of each round that was asked and reviewed
 */
record Rounds(
        LocationId location,
        RoundStore stored,
        ProbeRound rounds,
        Function<Instant, Set<CheckId>> reviewed,
        Runnable ended)
        implements Scheduler.Work {

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
        return reviewed.apply(now);
    }

    @Override
    public void completed() {
        ended.run();
    }
}
