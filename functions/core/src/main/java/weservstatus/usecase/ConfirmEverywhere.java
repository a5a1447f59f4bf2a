package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.observe.Round;
import weservstatus.store.ConfirmStore;
import weservstatus.time.Slot;
import weservstatus.verdict.Verdicts;

/**
 * Has every place ask again what one of them saw fail: all at once, each repeat once however many
 * reviews find it due. What they see is in the store then; the next review decides.
 */
public final class ConfirmEverywhere {
    /** How long a place is waited for; one that takes longer has no part in this confirmation. */
    public static final Duration PATIENCE = Verdicts.PATIENCE;

    private final Catalogue catalogue;
    private final ConfirmStore claims;
    private final Confirmer confirmer;
    private final Duration patience;
    private final InstantSource clock;

    /**
     * For one process.
     *
     * @param patience {@link #PATIENCE}, or what is left to the process
     */
    public ConfirmEverywhere(
            Catalogue catalogue,
            ConfirmStore claims,
            Confirmer confirmer,
            Duration patience,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.claims = claims;
        this.confirmer = confirmer;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * Asks all places of which a repeat is due and waits for them.
     *
     * @return of each place that was asked, whether it answered
     */
    public Map<LocationId, Boolean> run(Review.Outcome outcome) {
        Instant now = clock.instant();
        Slot slot = Slot.containing(now, catalogue.pace().round());
        List<Confirmer.Order> orders = new ArrayList<>();
        for (Location location : catalogue.locations()) {
            Set<CheckId> due = Verdicts.toConfirm(catalogue, outcome.rounds(), location.id(), now);
            order(location.id(), slot, claimed(location.id(), slot, due, outcome))
                    .ifPresent(orders::add);
        }
        Map<LocationId, Boolean> answered = new TreeMap<>();
        Fan.ask(orders, this::isConfirmed, patience, (order, why) -> false)
                .forEach((order, came) -> answered.put(order.location(), came));
        return answered;
    }

    private boolean isConfirmed(Confirmer.Order order) {
        confirmer.confirm(order);
        return true;
    }

    private Set<CheckId> claimed(
            LocationId location, Slot slot, Set<CheckId> due, Review.Outcome outcome) {
        Set<CheckId> claimed = new TreeSet<>();
        for (CheckId check : due) {
            if (claims.claim(location, slot, check, repeats(location, slot, check, outcome))) {
                claimed.add(check);
            }
        }
        return claimed;
    }

    private static int repeats(
            LocationId location, Slot slot, CheckId check, Review.Outcome outcome) {
        return (int)
                outcome.rounds().stream()
                        .filter(round -> round.location().equals(location))
                        .filter(round -> round.slot().equals(slot) && round.number() > 0)
                        .filter((Round round) -> round.of(check).isPresent())
                        .count();
    }

    private Optional<Confirmer.Order> order(LocationId location, Slot slot, Set<CheckId> checks) {
        return checks.isEmpty()
                ? Optional.empty()
                : claims.number(location, slot)
                        .map(number -> new Confirmer.Order(location, slot, number, checks));
    }
}
