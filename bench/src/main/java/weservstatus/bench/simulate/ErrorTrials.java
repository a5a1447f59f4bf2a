package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.time.Slot;
import weservstatus.verdict.ErrorCusum;
import weservstatus.verdict.Trial;

/**
 * A pool of trials as the product makes them: every minute each place asks its checks at its own
 * offset, and each check that failed is asked again a second later from everywhere.
 */
final class ErrorTrials {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int CALM_MINUTES = 60;
    private static final int PATIENCE_MINUTES = 60 * 24 * 7;

    private final List<LocationId> places;
    private final List<CheckId> checks;
    private final double threshold;

    ErrorTrials(int places, int checks) {
        this.places =
                IntStream.range(0, places).mapToObj(i -> new LocationId("place-" + i)).toList();
        this.checks = IntStream.range(0, checks).mapToObj(i -> new CheckId("check-" + i)).toList();
        this.threshold = ErrorCusum.threshold(places * checks);
    }

    int perMinute() {
        return places.size() * checks.size();
    }

    /** Minutes from the onset, at any moment of calm, to the alarm. */
    Spread minutes(double ratio, int runs, long seed) {
        return Spread.of(
                IntStream.range(0, runs)
                        .parallel()
                        .mapToDouble(
                                run -> new Run(new SplittableRandom(seed + run)).minutes(ratio))
                        .toArray());
    }

    /** How many alarms there are in calm weather. */
    int falseAlarms(Duration length, long seed) {
        return new Run(new SplittableRandom(seed)).falseAlarms(length.toMinutes());
    }

    /** One history. */
    private final class Run {

        private final SplittableRandom random;
        private ErrorCusum state = ErrorCusum.CALM;
        private Instant raised = Instant.MAX;
        private double ratio = ErrorCusum.CALM_RATIO;
        private double repeat = World.Noise.STANDARD.repeatRatio();

        Run(SplittableRandom random) {
            this.random = random;
        }

        double minutes(double trouble) {
            for (int minute = 0; minute < CALM_MINUTES; minute++) {
                minute(START.plus(MINUTE.multipliedBy(minute)));
            }
            state = state.cusum().alarmed() ? ErrorCusum.CALM : state;
            raised = Instant.MAX;
            ratio = trouble;
            repeat = trouble;
            Instant onset = START.plus(MINUTE.multipliedBy(CALM_MINUTES));
            for (int minute = 0;
                    minute < PATIENCE_MINUTES && raised.equals(Instant.MAX);
                    minute++) {
                minute(onset.plus(MINUTE.multipliedBy(minute)));
            }
            // The offset of the places is fixed, the moment of the onset within a minute is not.
            double early = random.nextDouble() / places.size();
            return Duration.between(onset, raised).toMillis() / (double) MINUTE.toMillis() + early;
        }

        int falseAlarms(long minutes) {
            int alarms = 0;
            for (long minute = 0; minute < minutes; minute++) {
                boolean before = state.cusum().alarmed();
                minute(START.plus(MINUTE.multipliedBy(minute)));
                alarms += !before && state.cusum().alarmed() ? 1 : 0;
            }
            return alarms;
        }

        private void minute(Instant start) {
            for (int place = 0; place < places.size(); place++) {
                Instant at = start.plus(MINUTE.multipliedBy(place).dividedBy(places.size()));
                round(place, at);
            }
        }

        private void round(int place, Instant at) {
            List<CheckId> failed = new ArrayList<>();
            for (CheckId check : checks) {
                if (ask(place, check, at, 0, ratio)) {
                    failed.add(check);
                }
            }
            for (CheckId check : failed) {
                for (int other = 0; other < places.size(); other++) {
                    ask(other, check, at.plusSeconds(1), 1, other == place ? repeat : ratio);
                }
            }
        }

        private boolean ask(int place, CheckId check, Instant at, int number, double lost) {
            boolean failed = random.nextDouble() < lost;
            Slot slot = Slot.containing(at, MINUTE);
            state =
                    state.step(
                            new Trial(at, places.get(place), check, slot, number, failed),
                            threshold);
            if (raised.equals(Instant.MAX) && state.cusum().alarmed()) {
                raised = at;
            }
            return failed;
        }
    }
}
