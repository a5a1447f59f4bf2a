package weservstatus.slo;

import java.math.BigDecimal;
import java.util.Optional;
import weservstatus.check.Objective;
import weservstatus.verdict.Trials;

/**
 * What became of an objective in a period that is looked back upon, such as a calendar month,
 * whatever its own window is.
 *
 * @param trials all answers of the period
 */
public record ObjectiveResult(Objective objective, Trials trials) {
    private static final long WHOLE = 100_000;

    /** Whether no more answers were bad than it allows; absent without answers. */
    public Optional<Boolean> kept() {
        return trials.total() == 0
                ? Optional.empty()
                : Optional.of(trials.errorRatio() <= objective.allowedRatio());
    }

    /** Percent of good answers, floored to three decimals; absent without answers. */
    public Optional<String> reached() {
        long good = trials.total() - trials.badCount();
        return trials.total() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(good * WHOLE / trials.total(), 3).toString());
    }
}
