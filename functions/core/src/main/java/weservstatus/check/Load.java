package weservstatus.check;

import java.time.Duration;
import java.util.List;

/**
 * The uncached requests that one address sends to one target by its turns.
 *
 * @param round length of a slot
 */
public record Load(List<Check> checks, Duration round) {
    /** Beyond it the pattern of turns is not walked through but bounded from above. */
    private static final Duration LONGEST_PATTERN = Duration.ofDays(7);

    public Load {
        checks = checks.stream().filter(check -> check.turnRequests() > 0).toList();
    }

    /** The most in any ten minutes when every round sends at its beginning. */
    public int scheduled() {
        return most(roundsPerWindow());
    }

    /**
     * The most in any ten minutes, whenever within its slot a round sends: rounds are punctual to
     * some seconds only, so ten minutes touch one slot more than they hold.
     */
    public int busiest() {
        return most(roundsPerWindow() + 1);
    }

    private int roundsPerWindow() {
        return Math.toIntExact(Math.max(1, Budget.WINDOW.dividedBy(round)));
    }

    private int most(int width) {
        long pattern = 1;
        for (Check check : checks) {
            pattern = pattern / gcd(pattern, every(check)) * every(check);
            if (pattern > LONGEST_PATTERN.dividedBy(round)) {
                return bound(width);
            }
        }
        return most(requests(Math.toIntExact(pattern)), width);
    }

    private static int most(int[] requests, int width) {
        int sum = 0;
        int most = 0;
        for (int slot = 0; slot < requests.length + width; slot++) {
            sum += requests[slot % requests.length];
            sum -= slot >= width ? requests[(slot - width) % requests.length] : 0;
            most = Math.max(most, sum);
        }
        return most;
    }

    private int[] requests(int slots) {
        int[] requests = new int[slots];
        for (Check check : checks) {
            int every = every(check);
            for (int slot = check.schedule().turn() % every; slot < slots; slot += every) {
                requests[slot] += check.turnRequests();
            }
        }
        return requests;
    }

    /** Whatever the turns are, no window of that width sees a check more often. */
    private int bound(int width) {
        return checks.stream()
                .mapToInt(check -> check.turnRequests() * Math.ceilDiv(width, every(check)))
                .sum();
    }

    private int every(Check check) {
        return Math.toIntExact(check.schedule().interval(round).dividedBy(round));
    }

    private static long gcd(long one, long other) {
        return other == 0 ? one : gcd(other, one % other);
    }
}
