package weservstatus.slo;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.check.Objective;
import weservstatus.verdict.Trials;

/**
 * How one objective stands, outages included.
 *
 * @param counted all answers within the objective's window
 * @param rates how fast the budget is spent, over each pair of windows
 * @param burning the most urgent pair that fires
 */
public record ObjectiveState(
        Budget budget, long counted, List<Rate> rates, Optional<BurnWindow> burning) {

    public ObjectiveState {
        rates = List.copyOf(rates);
    }

    /** The burn rates of a pair; both above its factor are too fast. */
    public record Rate(BurnWindow window, double longRate, double shortRate) {}

    /**
     * How it stands at that moment.
     *
     * @param periods of the objective's component, at least of its window and of three days
     * @param locations how many are configured
     */
    public static ObjectiveState of(
            Objective objective, Collection<CountedPeriod> periods, Instant now, int locations) {
        Trials counted = CountedPeriod.within(periods, objective.window(), now);
        return new ObjectiveState(
                Budget.of(objective, periods, now),
                counted.total(),
                Stream.of(BurnWindow.values())
                        .map(window -> rate(objective, window, periods, now))
                        .toList(),
                BurnRule.decide(objective, periods, now, locations));
    }

    private static Rate rate(
            Objective objective,
            BurnWindow window,
            Collection<CountedPeriod> periods,
            Instant now) {
        return new Rate(
                window,
                BurnRule.burnRate(
                        objective, CountedPeriod.within(periods, window.longWindow(), now)),
                BurnRule.burnRate(
                        objective, CountedPeriod.within(periods, window.shortWindow(), now)));
    }
}
