package weservstatus.verdict;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import weservstatus.check.Check;
import weservstatus.check.LocationId;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;

/**
 * How long one answer of a check took. Location and moment are its identity.
 *
 * @param micros the total, at least 1; of a time-out the limit: what never came took at least as
 *     long as we waited
 */
public record Timing(Instant at, LocationId location, long micros) {

    static final Comparator<Timing> BY_TIME =
            Comparator.comparing(Timing::at)
                    .thenComparing(Timing::location)
                    .thenComparingLong(Timing::micros);

    public Timing {
        micros = Math.max(1, micros);
    }

    /**
     * Absent where no time counts: of a cold process, of failures other than a time-out, and of
     * confirm rounds, which would weigh times of trouble more.
     */
    public static Optional<Timing> of(Check check, Sighting seen) {
        Observation observation = seen.observation();
        if (seen.number() > 0 || observation.cold()) {
            return Optional.empty();
        }
        if (seen.isGood()) {
            long total = observation.phases().totalMicros();
            return Optional.of(new Timing(seen.at(), seen.location(), total));
        }
        return isTimeout(seen)
                ? Optional.of(new Timing(seen.at(), seen.location(), limit(check)))
                : Optional.empty();
    }

    private static long limit(Check check) {
        return check.timeout().toNanos() / 1_000;
    }

    private static boolean isTimeout(Sighting seen) {
        return seen.isBad()
                && seen.observation()
                        .failure()
                        .filter(failure -> failure.reason() == FailureReason.TIMEOUT)
                        .isPresent();
    }

    double log() {
        return Math.log((double) micros);
    }
}
