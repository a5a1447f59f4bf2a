package weservstatus.usecase;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.check.Looks;
import weservstatus.check.Rota;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Controls;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.time.Slot;

/**
 * Performs one round at one location, then stores what was seen. A round that is already stored is
 * neither performed nor stored again; every method returns what the store holds.
 */
public final class ProbeRound {
    private final Catalogue catalogue;
    private final LocationId location;
    private final Look look;
    private final ProbeStores stores;
    private final Rota rota;
    private final Spending spending;
    private final Keepers keepers;
    private final InstantSource clock;

    /** Rounds of which nothing but observations is kept. */
    public ProbeRound(
            Catalogue catalogue,
            LocationId location,
            Prober prober,
            ProbeStores stores,
            InstantSource clock) {
        this(catalogue, location, prober, stores, Keepers.NONE, clock);
    }

    public ProbeRound(
            Catalogue catalogue,
            LocationId location,
            Prober prober,
            ProbeStores stores,
            Keepers keepers,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.location = location;
        this.look = new Look(catalogue, location, prober, clock, stores.beats()::find);
        this.stores = stores;
        this.rota = new Rota(catalogue);
        this.spending = new Spending(catalogue, location, stores.rounds());
        this.keepers = keepers;
        this.clock = clock;
    }

    /**
     * Probes what is due in the slot and stores it as the scheduled round. What costs no request of
     * a budget is asked, and so are the vital checks; the others as far as the budgets leave room,
     * those that were passed over at their turn or never looked at before the rest.
     */
    public Round run(Slot slot) {
        return once(slot, 0, purse -> chosen(slot, purse));
    }

    /**
     * Probes the named checks again at once, as far as the budgets of their targets leave room for
     * it. What they leave out is not asked; where that is everything, nothing is stored.
     *
     * @param number 1 for the first confirm round of the slot, 2 for the second, and so on
     */
    public Round confirm(Slot slot, int number, Set<CheckId> checks) {
        List<Check> again =
                catalogue.active().stream().filter(check -> checks.contains(check.id())).toList();
        return once(slot, number, purse -> purse.repeats(again));
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
        return rota.due(location, slot);
    }

    private List<Check> chosen(Slot slot, Spending.Purse purse) {
        List<Check> due = due(slot);
        boolean turns = catalogue.active().stream().map(Check::id).anyMatch(this::takesTurns);
        Looks looks = turns ? looks() : Looks.none(clock.instant());
        Choice choice = new Choice(catalogue, looks, slot);
        List<Check> certain = new ArrayList<>();
        List<Check> others = new ArrayList<>();
        for (Check check : catalogue.active()) {
            boolean free = check.uncachedRequests() == 0;
            if (due.contains(check) || choice.isLate(check)) {
                (free || (check.vital() && due.contains(check)) ? certain : others).add(check);
            }
        }
        List<Check> affordable = purse.looks(certain, choice.inOrder(others));
        return catalogue.active().stream()
                .filter(check -> certain.contains(check) || affordable.contains(check))
                .toList();
    }

    private boolean takesTurns(CheckId id) {
        return catalogue
                .find(id)
                .filter(check -> check.schedule().every().compareTo(catalogue.pace().round()) > 0)
                .isPresent();
    }

    private Looks looks() {
        return stores.looks().find(location).orElseGet(() -> Looks.none(clock.instant()));
    }

    /** A blind look is none: it is made up for as soon as there is room. */
    private void remember(Round round) {
        List<CheckId> looked =
                round.observations().stream()
                        .filter(observation -> observation.result() != Result.NO_DATA)
                        .map(Observation::check)
                        .filter(this::takesTurns)
                        .toList();
        boolean counts = round.number() == 0 && round.controls().provider() != ControlState.FAILED;
        if (counts && !looked.isEmpty()) {
            stores.looks().put(location, looks().with(looked, round.slot().start()));
        }
    }

    /** What was sent of late tells whether the round is among it, in one read. */
    private Round once(Slot slot, int number, Function<Spending.Purse, List<Check>> checks) {
        Spending.Purse purse = spending.at(slot, clock.instant());
        return purse.stored(number).orElseGet(() -> ask(slot, number, checks.apply(purse)));
    }

    private Round ask(Slot slot, int number, List<Check> checks) {
        if (number > 0 && checks.isEmpty()) {
            Instant now = clock.instant();
            return new Round(location, slot, number, now, now, Controls.NONE, List.of());
        }
        return performed(slot, number, checks);
    }

    private Round performed(Slot slot, int number, List<Check> checks) {
        Set<CheckId> wanted = keepers.proofs().wanted(checks, slot);
        Map<CheckId, Attempt> bad = new ConcurrentHashMap<>();
        Map<CheckId, Attempt> good = new ConcurrentHashMap<>();
        Round seen =
                restrained(
                        slot,
                        number,
                        checks,
                        (check, attempt, observation) -> {
                            if (!observation.result().isGood()) {
                                bad.put(check.id(), attempt);
                            } else if (wanted.contains(check.id())) {
                                good.put(check.id(), attempt);
                            }
                        });
        Round named = keepers.evidence().named(seen, Map.copyOf(bad));
        Round stored = store(named);
        remember(stored);
        if (stored.equals(named)) {
            keepers.evidence().keep(named, Map.copyOf(bad));
            keepers.proofs().keep(named, Map.copyOf(good));
        }
        return stored;
    }

    /** What was learned is kept before the round is: whoever repeats this must not ask again. */
    private Round restrained(Slot slot, int number, List<Check> checks, Look.Seen told) {
        Restraint restraint = new Restraint(stores.backOffs(), location, clock.instant());
        Round seen = look.at(slot, number, restraint.allowed(checks), told.and(restraint));
        restraint.learn();
        List<Observation> observations =
                checks.stream()
                        .map(check -> seen.of(check.id()).orElseGet(() -> restraint.held(check)))
                        .toList();
        return new Round(
                location,
                slot,
                number,
                seen.started(),
                seen.finished(),
                seen.controls(),
                observations);
    }

    private Round store(Round round) {
        return stores.rounds().put(round)
                ? round
                : stores.rounds().find(location, round.slot(), round.number()).orElse(round);
    }
}
