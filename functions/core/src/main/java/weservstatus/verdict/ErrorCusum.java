package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import weservstatus.check.LocationId;

/**
 * Sees errors that come and go, which no rule of "so many in a row" ever sees: a Bernoulli CUSUM
 * over the pooled trials of one {@link ErrorPool}. The table stands in docs/statistics.md.
 *
 * @param recent the failures that were counted less than 10 s before the latest one
 */
public record ErrorCusum(Cusum cusum, List<Counted> recent) {

    /** A failure that was counted. */
    public record Counted(LocationId location, Instant at) {}

    public static final ErrorCusum CALM = new ErrorCusum(Cusum.CALM, List.of());

    /** Share of trials that fail by chance while all is well. */
    public static final double CALM_RATIO = 0.002;

    /** Share of failing trials that must be seen soon. */
    public static final double TROUBLE_RATIO = 0.05;

    /** Of one location, at most one failure in this time counts: they are not independent. */
    public static final Duration APART = Duration.ofSeconds(10);

    private static final double FAILED = Math.log(TROUBLE_RATIO / CALM_RATIO);
    private static final double PASSED = Math.log((1 - TROUBLE_RATIO) / (1 - CALM_RATIO));

    /** Trials a minute and the thresholds that then give about one false alarm a year. */
    private static final double[] RATES = {1, 5, 20};

    private static final double[] THRESHOLDS = {9.1, 10.6, 11.9};

    public ErrorCusum {
        recent = List.copyOf(recent);
    }

    /**
     * The score that raises the alarm: between the simulated rates linear in the logarithm, above
     * them likewise, and never less than 9.1, which three failures reach.
     *
     * @param perMinute scheduled trials a minute of the pool, from all locations
     */
    public static double threshold(double perMinute) {
        int upper = perMinute < RATES[1] ? 1 : 2;
        double slope =
                (THRESHOLDS[upper] - THRESHOLDS[upper - 1])
                        / Math.log(RATES[upper] / RATES[upper - 1]);
        double beyond = Math.log(Math.max(perMinute, RATES[0]) / RATES[upper - 1]);
        return THRESHOLDS[upper - 1] + slope * beyond;
    }

    /** After all these trials; their order does not matter, nor whether one is given twice. */
    public static ErrorCusum of(Collection<Trial> trials, double threshold) {
        List<Trial> ordered = trials.stream().sorted(Trial.BY_TIME).toList();
        Set<Trial.Key> seen = new HashSet<>();
        ErrorCusum state = CALM;
        for (Trial trial : ordered) {
            if (seen.add(trial.key())) {
                state = state.step(trial, threshold);
            }
        }
        return state;
    }

    /** After one more trial, which is not older than those before it. */
    public ErrorCusum step(Trial trial, double threshold) {
        if (!trial.failed()) {
            return new ErrorCusum(cusum.step(trial.at(), PASSED, threshold), recent);
        }
        List<Counted> counted = new ArrayList<>();
        for (Counted earlier : recent) {
            if (trial.at().isBefore(earlier.at().plus(APART))) {
                counted.add(earlier);
            }
        }
        if (counted.stream().anyMatch(earlier -> earlier.location().equals(trial.location()))) {
            return this;
        }
        counted.add(new Counted(trial.location(), trial.at()));
        return new ErrorCusum(cusum.step(trial.at(), FAILED, threshold), counted);
    }
}
