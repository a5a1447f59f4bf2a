package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import weservstatus.check.LocationId;
import weservstatus.verdict.LatencyBaseline;
import weservstatus.verdict.LatencyCusum;
import weservstatus.verdict.Timing;

/** Log-normal times with a tail, and how soon it is seen that they have become longer. */
final class Latencies {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocationId HERE = new LocationId("place-0");
    private static final double MEDIAN_MICROS = 100_000;
    private static final double SIGMA = 0.5;
    private static final double TAIL_RATIO = 0.02;
    private static final double TAIL_FACTOR = 10;
    private static final int HOURS = 24;
    private static final int PER_HOUR = 300;
    private static final int CALM = 200;
    private static final int PATIENCE = 10_000;

    private final LatencyBaseline usual;
    private final SplittableRandom seeds;

    Latencies(long seed) {
        seeds = new SplittableRandom(seed);
        usual = usual(seeds.split());
    }

    /** From a day of calm times, as the product takes it. */
    private static LatencyBaseline usual(SplittableRandom random) {
        SortedMap<Instant, LatencyBaseline> hours = new TreeMap<>();
        for (int hour = 0; hour < HOURS; hour++) {
            Instant start = START.plus(Duration.ofHours(hour));
            List<Timing> timings = new ArrayList<>();
            for (int i = 0; i < PER_HOUR; i++) {
                timings.add(timing(start.plusSeconds(12L * i), 1, random));
            }
            LatencyBaseline.of(timings).ifPresent(found -> hours.put(start, found));
        }
        return LatencyBaseline.at(START.plus(Duration.ofHours(HOURS)), hours).orElseThrow();
    }

    /** How many times it takes to see that they have become so many times as long. */
    Spread timings(double factor, int runs) {
        List<SplittableRandom> random =
                IntStream.range(0, runs).mapToObj(run -> seeds.split()).toList();
        return Spread.of(
                random.parallelStream().mapToDouble(own -> timings(factor, own)).toArray());
    }

    private double timings(double factor, SplittableRandom random) {
        LatencyCusum state = LatencyCusum.CALM;
        for (int i = 0; i < CALM; i++) {
            state = state.step(timing(START, 1, random), usual);
        }
        int seen = 0;
        while (!state.cusum().alarmed() && seen < PATIENCE) {
            state = state.step(timing(START, factor, random), usual);
            seen++;
        }
        return seen;
    }

    /** How many alarms so many calm times raise. */
    int falseAlarms(int timings) {
        SplittableRandom random = seeds.split();
        LatencyCusum state = LatencyCusum.CALM;
        int alarms = 0;
        for (int i = 0; i < timings; i++) {
            boolean before = state.cusum().alarmed();
            state = state.step(timing(START, 1, random), usual);
            alarms += !before && state.cusum().alarmed() ? 1 : 0;
        }
        return alarms;
    }

    private static Timing timing(Instant at, double factor, SplittableRandom random) {
        double tail = random.nextDouble() < TAIL_RATIO ? TAIL_FACTOR : 1;
        double micros = MEDIAN_MICROS * factor * tail * Math.exp(SIGMA * random.nextGaussian());
        return new Timing(at, HERE, (long) micros);
    }
}
