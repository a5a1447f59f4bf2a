package weservstatus.uptime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import weservstatus.check.ComponentId;
import weservstatus.time.Interval;
import weservstatus.verdict.Scene;

/** The bounds against histories of which the truth is known. */
class KnownTruthTest {
    private static final int HISTORIES = 1_000;
    private static final Interval ALL =
            new Interval(Scene.START, Scene.START.plus(Duration.ofMinutes(KnownTruth.MINUTES)));

    private static Tally tally(KnownTruth history) {
        List<HourItem> hours = new ArrayList<>();
        for (Instant at = ALL.start(); at.isBefore(ALL.end()); at = at.plus(Duration.ofHours(1))) {
            Interval hour = Interval.hour(at);
            hours.add(HourItem.of(Watched.of(history.catalogue()), hour, history.rounds(), hour));
        }
        return hours.stream()
                .map(hour -> hour.rollup().of(new ComponentId("all")).tally())
                .reduce(Tally.NONE, Tally::plus);
    }

    @Test
    void theBoundsHoldTheTruthAndTheGuessLiesBetweenThem() {
        long[] errors = new long[HISTORIES];
        for (int seed = 1; seed <= HISTORIES; seed++) {
            KnownTruth history = KnownTruth.of(seed);
            long truth = history.down().within(ALL).millis();
            Tally tally = tally(history);

            assertThat(truth).as("truth of %s", seed).isBetween(tally.least(), tally.most());
            assertThat(tally.down()).as("guess of %s", seed).isBetween(tally.least(), tally.most());
            assertThat(tally.elapsed()).isEqualTo(ALL.length().toMillis());
            errors[seed - 1] = Math.abs(tally.down() - truth);
        }
        Arrays.sort(errors);
        // One location looks once a minute: half a minute at each of four edges at the worst.
        assertThat(errors[HISTORIES * 95 / 100]).isLessThan(60_000);
        assertThat(errors[HISTORIES - 1]).isPositive();
    }
}
