package weservstatus.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a message that did not go through is tried again. */
public final class Retries {
    /** News older than this is none: it is given up, and the record says so. */
    public static final Duration GIVE_UP = Duration.ofHours(24);

    private static final Duration FIRST = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS = 8;

    private Retries() {}

    /**
     * When to try again: after 15 s, 30 s, 1 min and so on up to 1 h, or as much later as the
     * receiver asked for; absent when that would be too late.
     *
     * @param tried how often it was tried, at least once
     * @param queued when it was due first
     */
    public static Optional<Instant> next(
            int tried, Instant queued, Instant now, Delivery.Failed failed) {
        Duration usual = FIRST.multipliedBy(1L << Math.min(tried - 1, DOUBLINGS));
        Duration pause = usual.compareTo(LONGEST) < 0 ? usual : LONGEST;
        Duration asked = failed.retryAfter().filter(after -> !after.isNegative()).orElse(pause);
        Instant next = now.plus(asked.compareTo(pause) > 0 ? asked : pause);
        return next.isBefore(queued.plus(GIVE_UP)) ? Optional.of(next) : Optional.empty();
    }
}
