package weservstatus.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many uncached requests one address may send to one target in any ten minutes: the scheduled
 * ones, and those that ask again.
 *
 * @param requests at least 1; the live service blocks an address for an hour after 2500
 */
public record Budget(int requests) {
    /** What the service counts over. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    /** What a monitor may ask of a public instance without being a burden. */
    public static final Budget STANDARD = new Budget(20);

    public Budget {
        if (requests < 1) {
            throw new IllegalArgumentException("a budget allows one request or more");
        }
    }

    /** What is left for asking again when so many are scheduled in the busiest ten minutes. */
    public int reserve(int scheduled) {
        return Math.max(0, requests - scheduled);
    }

    /** The vital checks, then the others, each in their order. */
    public static List<Check> vitalFirst(List<Check> checks) {
        List<Check> byWeight = new ArrayList<>(checks);
        byWeight.sort(Comparator.comparing(Check::vital).reversed());
        return byWeight;
    }
}
