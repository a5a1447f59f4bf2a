package weservstatus.observe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.time.Slot;

/**
 * All attempts of one slot at one location; its identity is location, slot and number.
 *
 * @param number 0 for the scheduled round, 1 and up for confirm rounds within the same slot
 */
public record Round(
        LocationId location,
        Slot slot,
        int number,
        Instant started,
        Instant finished,
        Controls controls,
        List<Observation> observations) {
    public Round {
        observations = List.copyOf(observations);
        if (number < 0) {
            throw new IllegalArgumentException("rounds are numbered from 0");
        }
    }

    /** The same round with other observations. */
    public Round with(List<Observation> others) {
        return new Round(location, slot, number, started, finished, controls, others);
    }

    public Optional<Observation> of(CheckId check) {
        return observations.stream().filter(o -> o.check().equals(check)).findFirst();
    }
}
