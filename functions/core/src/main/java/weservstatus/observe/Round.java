package weservstatus.observe;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.time.Interval;
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

    /** Where, when and which: no two rounds share it. */
    public record Identity(LocationId location, Instant slot, int number) {}

    public Identity identity() {
        return new Identity(location, slot.start(), number);
    }

    /** How many there are of slots that start in the interval, each once. */
    public static long count(Collection<Round> rounds, Interval interval) {
        return rounds.stream()
                .filter(round -> interval.contains(round.slot().start()))
                .map(Round::identity)
                .distinct()
                .count();
    }

    /** The same round with other observations. */
    public Round with(List<Observation> others) {
        return new Round(location, slot, number, started, finished, controls, others);
    }

    public Optional<Observation> of(CheckId check) {
        return observations.stream().filter(o -> o.check().equals(check)).findFirst();
    }
}
