package weservstatus.check;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What a component promises: so many of all answers within the window are good.
 *
 * @param targetRatio such as 0.999; above 0 and at most 0.99999, whose budget a full outage spends
 *     in 26 s
 * @param window the rolling window, 1 to 90 days
 */
public record Objective(ComponentId component, double targetRatio, Duration window) {

    public static final Duration STANDARD_WINDOW = Duration.ofDays(30);

    /**
     * Of a component for which nothing is written: chance alone loses about 0.2 % of all probes, so
     * that a higher one would be spent while all is well.
     */
    public static final double STANDARD_RATIO = 0.995;

    /** The highest that there is. */
    public static final double HIGHEST = 0.99999;

    public static final Duration SHORTEST_WINDOW = Duration.ofDays(1);
    public static final Duration LONGEST_WINDOW = Duration.ofDays(90);

    private static final double PRECISION = 1e9;

    public Objective {
        if (!(targetRatio > 0 && targetRatio <= HIGHEST)) {
            throw new IllegalArgumentException(
                    "an objective lies above 0 and at most at 0.99999, not at " + targetRatio);
        }
        if (window.compareTo(SHORTEST_WINDOW) < 0 || window.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException(
                    "an objective's window lasts 1 to 90 days, not " + window);
        }
    }

    public static Objective of(ComponentId component, double targetRatio) {
        return new Objective(component, targetRatio, STANDARD_WINDOW);
    }

    /** That of a component for which nothing is written. */
    public static Objective standard(ComponentId component) {
        return of(component, STANDARD_RATIO);
    }

    /** The share of answers that may be bad, exact to nine decimals: 0.01 for 0.99. */
    public double allowedRatio() {
        return Math.round((1 - targetRatio) * PRECISION) / PRECISION;
    }

    /** The target as people write it: 99.5 for 0.995. */
    public String percent() {
        return BigDecimal.valueOf(targetRatio)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
    }
}
