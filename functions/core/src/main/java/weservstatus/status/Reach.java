package weservstatus.status;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.LocationId;

/**
 * How far the data of a snapshot reach that was found to hold still.
 *
 * @param dataThrough end of the newest slot that enough locations reported
 * @param lastRounds start of the newest round of each location
 */
public record Reach(Instant dataThrough, Map<LocationId, Instant> lastRounds) {
    public Reach {
        lastRounds = Map.copyOf(lastRounds);
    }

    StatusSnapshot.Place of(StatusSnapshot.Place place) {
        Optional<Instant> last = Optional.ofNullable(lastRounds.get(place.id()));
        return new StatusSnapshot.Place(
                place.id(), place.name(), place.state(), last.or(place::lastRound));
    }
}
