package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.ToDoubleFunction;

/**
 * What is usual for one check, in natural logarithms of microseconds. That of an hour comes from
 * the hour's timings, that which the present is held against from earlier hours.
 *
 * @param median the middle
 * @param scale the robust spread: 1.4826 times the median distance from the median, which is the
 *     standard deviation where the distribution is normal
 * @param autocorrelation how much one timing resembles the one before it, from -1 to 1
 */
public record LatencyBaseline(double median, double scale, double autocorrelation) {

    private static final double NORMAL = 1.4826;
    private static final int ENOUGH_TIMINGS = 10;
    private static final int ENOUGH_HOURS = 3;

    /** Over how many weeks the same hour is looked at. */
    public static final int WEEKS = 4;

    private static final int HOURS = 24;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Of one hour; absent with fewer than ten timings. Order and repeats change nothing. */
    public static Optional<LatencyBaseline> of(Collection<Timing> timings) {
        List<Timing> ordered = timings.stream().distinct().sorted(Timing.BY_TIME).toList();
        if (ordered.size() < ENOUGH_TIMINGS) {
            return Optional.empty();
        }
        double[] logs = ordered.stream().mapToDouble(Timing::log).toArray();
        double median = median(logs);
        return Optional.of(
                new LatencyBaseline(median, spread(logs, median), autocorrelation(logs, median)));
    }

    /**
     * What the hour of that moment is held against: the same hour of the week over four weeks once
     * the hours reach back so far and three of the four are known, else the 24 hours before; absent
     * with fewer than three hours.
     *
     * @param hours the check's baselines by the start of their hours
     */
    public static Optional<LatencyBaseline> at(
            Instant moment, SortedMap<Instant, LatencyBaseline> hours) {
        Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
        Instant monthAgo = hour.minus(WEEK.multipliedBy(WEEKS));
        boolean old = !hours.isEmpty() && !hours.firstKey().isAfter(monthAgo);
        return (old ? before(hour, WEEK, WEEKS, hours) : Optional.<LatencyBaseline>empty())
                .or(() -> before(hour, HOUR, HOURS, hours));
    }

    private static Optional<LatencyBaseline> before(
            Instant hour, Duration apart, int most, SortedMap<Instant, LatencyBaseline> hours) {
        List<LatencyBaseline> earlier = new ArrayList<>();
        for (int i = 1; i <= most; i++) {
            LatencyBaseline then = hours.get(hour.minus(apart.multipliedBy(i)));
            if (then != null) {
                earlier.add(then);
            }
        }
        return earlier.size() < ENOUGH_HOURS ? Optional.empty() : Optional.of(typical(earlier));
    }

    /** The medians; the spread within hours and that between them together. */
    private static LatencyBaseline typical(List<LatencyBaseline> hours) {
        double[] medians = all(hours, LatencyBaseline::median);
        double median = median(medians);
        double within = median(all(hours, LatencyBaseline::scale));
        return new LatencyBaseline(
                median,
                Math.hypot(within, spread(medians, median)),
                median(all(hours, LatencyBaseline::autocorrelation)));
    }

    private static double[] all(
            List<LatencyBaseline> hours, ToDoubleFunction<LatencyBaseline> what) {
        return hours.stream().mapToDouble(what).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double spread(double[] values, double median) {
        double[] distances = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            distances[i] = Math.abs(values[i] - median);
        }
        return NORMAL * median(distances);
    }

    /** At lag 1, of the clipped distances: one outlier must not decide. */
    private static double autocorrelation(double[] logs, double median) {
        LatencyBaseline rough = new LatencyBaseline(median, spread(logs, median), 0);
        double products = 0;
        double squares = 0;
        double before = 0;
        for (double log : logs) {
            double score = rough.score(log);
            products += score * before;
            squares += score * score;
            before = score;
        }
        return squares == 0 ? 0 : products / squares;
    }

    /** How many times as long as usual the middle one of these took. */
    double factor(Collection<Timing> timings) {
        return Math.exp(median(timings.stream().mapToDouble(Timing::log).toArray()) - median);
    }

    /** How many spreads above the median, clipped, so that no single timing raises an alarm. */
    double score(double log) {
        double distance = (log - median) / Math.max(scale, LatencyCusum.LEAST_SCALE);
        return Math.clamp(distance, -LatencyCusum.CLIP, LatencyCusum.CLIP);
    }
}
