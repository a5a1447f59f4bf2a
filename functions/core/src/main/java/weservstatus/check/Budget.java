package weservstatus.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    /**
     * Of the checks those that the rest lasts for: the vital ones first, then in their order. What
     * sends no uncached request costs nothing.
     *
     * @param rest requests that may still be sent
     */
    public static List<Check> affordable(List<Check> wanted, int rest) {
        List<Check> byWeight = new ArrayList<>(wanted);
        byWeight.sort(Comparator.comparing(Check::vital).reversed());
        Set<CheckId> chosen = new HashSet<>();
        int left = rest;
        for (Check check : byWeight) {
            if (check.uncachedRequests() <= left) {
                left -= check.uncachedRequests();
                chosen.add(check.id());
            }
        }
        return wanted.stream().filter(check -> chosen.contains(check.id())).toList();
    }
}
