package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import weservstatus.time.Interval;

/** Thirty days with eight outages of log-normal length, median 150 s, half of them black holes. */
record Month(Interval window, World world, Chance chance) {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(30);
    private static final int OUTAGES = 8;
    private static final double MEDIAN_MILLIS = 150_000;
    private static final double SIGMA = 1.2;
    private static final double LONGEST_MILLIS = 43_200_000;

    static Month of(Chance chance, int number, World.Noise noise) {
        Chance own = chance.split(number);
        SplittableRandom random = new SplittableRandom(own.seed());
        List<World.Outage> outages = new ArrayList<>();
        Duration apart = LENGTH.dividedBy(OUTAGES);
        for (int i = 0; i < OUTAGES; i++) {
            double length =
                    Math.min(
                            LONGEST_MILLIS,
                            MEDIAN_MILLIS * Math.exp(SIGMA * random.nextGaussian()));
            double room = apart.toMillis() - LONGEST_MILLIS;
            Instant start =
                    START.plus(apart.multipliedBy(i))
                            .plusMillis(
                                    (long) (LONGEST_MILLIS / 2 + random.nextDouble() * room / 2));
            Sight sight = i % 2 == 0 ? Sight.REFUSED : Sight.TIMED_OUT;
            outages.add(
                    new World.Outage(
                            new Interval(start, start.plusMillis((long) length)), 1, sight));
        }
        return new Month(
                new Interval(START, START.plus(LENGTH)), new World(outages, noise, own), own);
    }

    /** The share of the time that was truly down. */
    double downRatio() {
        double down =
                world.outages().stream()
                        .mapToLong(outage -> outage.interval().length().toMillis())
                        .sum();
        return down / window.length().toMillis();
    }
}
