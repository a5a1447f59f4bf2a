package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import weservstatus.check.Catalogue;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.store.RoundStore;

/**
 * Listens whether the other places still send rounds: whoever dies cannot say so, and home's alarms
 * die with home.
 */
public final class Neighbours {
    /** Without a round of so many slots a place counts as silent. */
    private static final int SLOTS = 3;

    private final Catalogue catalogue;
    private final LocationId here;
    private final RoundStore rounds;

    public Neighbours(Catalogue catalogue, LocationId here, RoundStore rounds) {
        this.catalogue = catalogue;
        this.here = here;
        this.rounds = rounds;
    }

    /** The other places of which nothing has been heard for three slots, or never. */
    public List<LocationId> silent(Instant now) {
        Duration patience = catalogue.pace().round().multipliedBy(SLOTS);
        Instant oldest = now.minus(patience);
        return catalogue.locations().stream()
                .map(Location::id)
                .filter(place -> !place.equals(here))
                .filter(place ->
                        rounds.latest(place)
                                .filter(round -> round.slot().end().isAfter(oldest))
                                .isEmpty())
                .toList();
    }
}
