package weservstatus.verdict;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Sees that a check answers later than it usually does: a CUSUM on the logarithm of its timings
 * from all locations. The table stands in docs/statistics.md.
 */
public record LatencyCusum(Cusum cusum) {

    public static final LatencyCusum CALM = new LatencyCusum(Cusum.CALM);

    /** Reached by none of 40 million calm timings in simulation. */
    public static final double THRESHOLD = 20;

    static final double CLIP = 3;

    /** A fifth: a service steadier than that is not called slow for being a tenth slower. */
    static final double LEAST_SCALE = 0.2;

    /** Half the shift, in spreads, that should be seen soon. */
    private static final double ALLOWANCE = 0.5;

    private static final double ALLOWANCE_AUTOCORRELATED = 0.75;
    private static final double AUTOCORRELATED = 0.3;

    /**
     * After all these timings; their order does not matter, nor whether one is given twice.
     *
     * @param baselines what a moment is held against; timings without one are left out
     */
    public static LatencyCusum of(
            Collection<Timing> timings, Function<Instant, Optional<LatencyBaseline>> baselines) {
        List<Timing> ordered = timings.stream().distinct().sorted(Timing.BY_TIME).toList();
        LatencyCusum state = CALM;
        for (Timing timing : ordered) {
            LatencyCusum before = state;
            state = baselines.apply(timing.at()).map(b -> before.step(timing, b)).orElse(before);
        }
        return state;
    }

    /** After one more timing, which is not older than those before it. */
    public LatencyCusum step(Timing timing, LatencyBaseline baseline) {
        boolean alike = baseline.autocorrelation() > AUTOCORRELATED;
        double allowance = alike ? ALLOWANCE_AUTOCORRELATED : ALLOWANCE;
        double weight = baseline.score(timing.log()) - allowance;
        return new LatencyCusum(cusum.step(timing.at(), weight, THRESHOLD));
    }
}
