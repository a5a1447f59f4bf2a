package weservstatus.observe;

import java.util.List;
import java.util.Optional;

/**
 * One request of a journey with everything that was seen.
 *
 * @param number which of the values that the step runs for, counted from 1; 0 where it runs once
 * @param findings one per expectation and likeness, in order; empty when no answer came
 * @param unproven why the answer proves nothing either way, absent where it does
 */
public record StepAttempt(
        String step,
        int number,
        Exchange exchange,
        List<Finding> findings,
        Optional<String> unproven) {
    public StepAttempt {
        findings = List.copyOf(findings);
    }

    /** What messages call it, such as {@code picture 2}. */
    public String label() {
        return label(step, number);
    }

    public static String label(String step, int number) {
        return number == 0 ? step : step + " " + number;
    }
}
