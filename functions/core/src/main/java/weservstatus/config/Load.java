package weservstatus.config;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import weservstatus.check.CachePath;
import weservstatus.check.Check;
import weservstatus.check.Pace;
import weservstatus.time.Slot;

/**
 * How many uncached requests one location sends to one target. The service counts them per address
 * and ten minutes.
 */
final class Load {
    /** What we allow ourselves; the live service blocks an address after 2500. */
    static final int MOST_PER_WINDOW = 20;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** A first bad answer is repeated at once and once more a little later. */
    private static final int CONFIRMATIONS = 2;

    private final List<Check> uncached;
    private final Duration round;

    Load(List<Check> checks, Pace pace) {
        this.uncached = checks.stream().filter(c -> c.cachePath() == CachePath.MISS).toList();
        this.round = pace.round();
    }

    /** The most scheduled requests in any ten minutes. */
    int scheduled() {
        int[] requests = requestsBySlot();
        int width = slotsPerWindow();
        int sum = 0;
        int most = 0;
        for (int slot = 0; slot < requests.length + width; slot++) {
            sum += requests[slot % requests.length];
            sum -= slot >= width ? requests[(slot - width) % requests.length] : 0;
            most = Math.max(most, sum);
        }
        return most;
    }

    /** How many failing checks can be confirmed within the allowance, 0 where it is exceeded. */
    int roomForConfirmed() {
        return Math.max(0, (MOST_PER_WINDOW - scheduled()) / CONFIRMATIONS);
    }

    String describe() {
        int scheduled = scheduled();
        String load =
                "Uncached requests from each location: at most " + scheduled + " in 10 minutes";
        return scheduled <= MOST_PER_WINDOW
                ? "%s of the %d allowed, which leaves room to confirm %d failing checks."
                        .formatted(load, MOST_PER_WINDOW, roomForConfirmed())
                : "%s. A public instance wants %d at most: make \"every\" longer."
                        .formatted(load, MOST_PER_WINDOW);
    }

    /** A day of slots, which holds every interval at least once. */
    private int[] requestsBySlot() {
        int[] requests = new int[Math.toIntExact(Duration.ofDays(1).dividedBy(round))];
        Slot slot = Slot.containing(Instant.EPOCH, round);
        for (int index = 0; index < requests.length; index++) {
            Slot now = slot;
            requests[index] = (int) uncached.stream().filter(c -> c.schedule().isDue(now)).count();
            slot = slot.next();
        }
        return requests;
    }

    private int slotsPerWindow() {
        return Math.toIntExact(Math.max(1, WINDOW.dividedBy(round)));
    }
}
