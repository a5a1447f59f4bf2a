package weservstatus.notify;

import java.time.Duration;

/**
 * How often those who can do something are reminded of an incident that nobody has acknowledged.
 *
 * @param first so long after the last that was said of it; each further wait is twice as long
 * @param longest but never longer than this
 */
public record ReminderPace(Duration first, Duration longest) {
    public static final ReminderPace USUAL =
            new ReminderPace(Duration.ofMinutes(30), Duration.ofHours(24));

    public ReminderPace {
        if (first.isZero() || first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "reminders come after more than nothing, the first not after the longest wait");
        }
    }

    /** The wait before the reminder of this number, from 1. */
    Duration wait(int number) {
        int doublings = Math.min(number - 1, 20);
        Duration doubled = first.multipliedBy(1L << doublings);
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }
}
