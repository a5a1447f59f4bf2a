package weservstatus.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.observe.Attempt;
import weservstatus.observe.Controls;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.store.RoundStore;
import weservstatus.time.Slot;

/**
 * Performs one round at one location, then stores what was seen. A round that is already stored is
 * neither performed nor stored again; every method returns what the store holds.
 */
public final class ProbeRound {
    private final Catalogue catalogue;
    private final LocationId location;
    private final Look look;
    private final RoundStore rounds;
    private final InstantSource clock;

    public ProbeRound(
            Catalogue catalogue,
            LocationId location,
            Prober prober,
            RoundStore rounds,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.location = location;
        this.look = new Look(catalogue, location, prober, clock);
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Probes everything that is due in the slot and stores it as the scheduled round. */
    public Round run(Slot slot) {
        return once(slot, 0, due(slot));
    }

    /**
     * Probes every active check, due or not: the first round after a start, so that nothing waits
     * for its turn to be known.
     */
    public Round runAll(Slot slot) {
        return once(slot, 0, catalogue.active());
    }

    /**
     * Probes the named checks again at once.
     *
     * @param number 1 for the first confirm round of the slot, 2 for the second, and so on
     */
    public Round confirm(Slot slot, int number, Set<CheckId> checks) {
        List<Check> again =
                catalogue.active().stream().filter(check -> checks.contains(check.id())).toList();
        return once(slot, number, again);
    }

    /**
     * Records that the slot passed without a round. Where nothing was due, every active check
     * stands in: a slot that nobody looked at must not look like one that had nothing to do.
     */
    public Round missed(Slot slot) {
        List<Check> due = due(slot);
        List<Observation> observations =
                (due.isEmpty() ? catalogue.active() : due)
                        .stream()
                                .map(check -> Observation.missed(check.id(), slot.start()))
                                .toList();
        Instant now = clock.instant();
        return store(new Round(location, slot, 0, now, now, Controls.NONE, observations));
    }

    private List<Check> due(Slot slot) {
        return catalogue.active().stream().filter(check -> check.schedule().isDue(slot)).toList();
    }

    private Round once(Slot slot, int number, List<Check> checks) {
        return rounds.find(location, slot, number)
                .orElseGet(() -> store(look.at(slot, number, checks, ProbeRound::forget)));
    }

    private Round store(Round round) {
        return rounds.put(round)
                ? round
                : rounds.find(location, round.slot(), round.number()).orElse(round);
    }

    private static void forget(Check check, Attempt attempt, Observation observation) {}
}
