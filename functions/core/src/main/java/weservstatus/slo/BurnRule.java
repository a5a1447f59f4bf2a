package weservstatus.slo;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.check.Objective;
import weservstatus.verdict.Trials;

/** Whether a budget burns too fast: the tables in docs/statistics.md. */
public final class BurnRule {

    private static final int LEAST_BAD = 3;
    private static final int LEAST_SOURCES = 2;

    private BurnRule() {}

    /**
     * The most urgent window that fires, absent when none does.
     *
     * @param periods of the objective's component, at least of the last three days
     * @param locations how many are configured
     */
    public static Optional<BurnWindow> decide(
            Objective objective, Collection<CountedPeriod> periods, Instant now, int locations) {
        return Stream.of(BurnWindow.values())
                .filter(window -> {
                    Trials inLong = CountedPeriod.within(periods, window.longWindow(), now);
                    Trials inShort = CountedPeriod.within(periods, window.shortWindow(), now);
                    return burnRate(objective, inLong) > window.factor()
                            && burnRate(objective, inShort) > window.factor()
                            && isCorroborated(inLong, locations);
                })
                .findFirst();
    }

    /**
     * The observed error ratio over the allowed one; 1 spends the budget just at the window's end.
     */
    public static double burnRate(Objective objective, Trials trials) {
        return trials.errorRatio() / objective.allowedRatio();
    }

    /** Enough bad answers, and not all seen in one way. */
    private static boolean isCorroborated(Trials trials, int locations) {
        long sources = locations > 1 ? trials.badLocations() : trials.badChecks();
        return trials.badCount() >= LEAST_BAD && sources >= LEAST_SOURCES;
    }
}
