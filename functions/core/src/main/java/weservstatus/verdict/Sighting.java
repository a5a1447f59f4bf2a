package weservstatus.verdict;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import weservstatus.check.LocationId;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Side;
import weservstatus.time.Slot;

/**
 * An observation together with the round that it belongs to.
 *
 * @param number of the round: 0 for a scheduled one, 1 and up for confirm rounds
 */
public record Sighting(LocationId location, Slot slot, int number, Observation observation) {

    /** Oldest first; complete enough that the order in which rounds arrive does not matter. */
    static final Comparator<Sighting> BY_TIME =
            Comparator.comparing(Sighting::at)
                    .thenComparing(Sighting::slot)
                    .thenComparingInt(Sighting::number)
                    .thenComparing(Sighting::location)
                    .thenComparing(sighting -> sighting.observation().result())
                    .thenComparing(sighting -> sighting.observation().toString());

    /** When the attempt began; every rule counts whole milliseconds. */
    Instant at() {
        return observation.started().truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Whether it says anything about the service. What fails because the test card's own origin is
     * down says nothing, as little as a block or a fault of the monitor.
     */
    boolean isJudged() {
        return observation.result().isJudged()
                && observation.side().filter(side -> side == Side.ORIGIN).isEmpty();
    }

    boolean isBad() {
        return isJudged() && !isGood();
    }

    boolean isGood() {
        return observation.result().isGood();
    }

    boolean isSlow() {
        return observation.result() == Result.SLOW;
    }
}
