package weservstatus.slo;

import java.time.Duration;
import weservstatus.check.ComponentId;

/**
 * What a component promises: so many of all answers within the window are good.
 *
 * @param targetRatio such as 0.999; above 0 and at most 0.99999, whose budget a full outage spends
 *     in 26 s
 * @param window the rolling window, 1 to 90 days
 */
public record Objective(ComponentId component, double targetRatio, Duration window) {

    public static final Duration STANDARD_WINDOW = Duration.ofDays(30);

    private static final double PRECISION = 1e9;
    private static final double HIGHEST = 0.99999;
    private static final Duration SHORTEST = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(90);

    public Objective {
        if (!(targetRatio > 0 && targetRatio <= HIGHEST)) {
            throw new IllegalArgumentException(
                    "an objective lies above 0 and at most at 0.99999, not at " + targetRatio);
        }
        if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "an objective's window lasts 1 to 90 days, not " + window);
        }
    }

    public static Objective of(ComponentId component, double targetRatio) {
        return new Objective(component, targetRatio, STANDARD_WINDOW);
    }

    /** The share of answers that may be bad, exact to nine decimals: 0.01 for 0.99. */
    public double allowedRatio() {
        return Math.round((1 - targetRatio) * PRECISION) / PRECISION;
    }
}
