package weservstatus.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import weservstatus.check.Objective;
import weservstatus.time.Interval;
import weservstatus.verdict.Trials;

/**
 * How much of an objective's error budget is left. The budget is the number of bad answers that the
 * whole window allows; where less than a window has been observed, the answers of a whole window
 * are reckoned from the rate so far.
 *
 * @param allowed bad answers that the window allows; 0 before the first answer
 * @param spent bad answers within the window
 * @param burnRate over the last hour
 * @param empty when nothing is left if it goes on as in the last hour: now when nothing is left;
 *     absent when that takes longer than the window, within which old errors are forgotten
 */
public record Budget(
        Objective objective, double allowed, long spent, double burnRate, Optional<Instant> empty) {

    /** What "the present rate" means. */
    static final Duration PRESENT = Duration.ofHours(1);

    /**
     * The budget at that moment.
     *
     * @param periods of the objective's component, at least of its window
     */
    public static Budget of(Objective objective, Collection<CountedPeriod> periods, Instant now) {
        Interval window = new Interval(now.minus(objective.window()), now);
        Trials trials = CountedPeriod.within(periods, objective.window(), now);
        double allowed =
                trials.total()
                        * objective.allowedRatio()
                        * ((double) objective.window().toMillis() / observed(periods, window));
        double burnRate = BurnRule.burnRate(objective, CountedPeriod.within(periods, PRESENT, now));
        Budget budget =
                new Budget(objective, allowed, trials.badCount(), burnRate, Optional.empty());
        return new Budget(objective, allowed, budget.spent(), burnRate, budget.emptyAt(now));
    }

    /** Milliseconds from the first answer within the window on, at least one. */
    private static long observed(Collection<CountedPeriod> periods, Interval window) {
        return periods.stream()
                .map(CountedPeriod::period)
                .map(Interval::start)
                .filter(window::contains)
                .mapToLong(start -> Duration.between(start, window.end()).toMillis())
                .max()
                .orElse(1);
    }

    /** Of the budget, what is spent: 0 to 1, above 1 when it is overspent. */
    public double spentRatio() {
        return allowed == 0 ? 0 : spent / allowed;
    }

    /** What is left: 1 to 0, below 0 when it is overspent. */
    public double remainingRatio() {
        return 1 - spentRatio();
    }

    private Optional<Instant> emptyAt(Instant now) {
        if (remainingRatio() <= 0) {
            return Optional.of(now);
        }
        double windows = remainingRatio() / burnRate;
        return windows <= 1
                ? Optional.of(now.plusMillis((long) (windows * objective.window().toMillis())))
                : Optional.empty();
    }
}
