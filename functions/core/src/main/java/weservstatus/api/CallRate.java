package weservstatus.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Counts calls, so that nobody can try tokens without end or fill the store. */
final class CallRate {
    private final int most;
    private Instant minute = Instant.EPOCH;
    private int count;

    /**
     * @param most calls in one minute of the clock
     */
    CallRate(int most) {
        this.most = most;
    }

    /** Whether one more call is taken now; it counts if so. */
    synchronized boolean allows(Instant now) {
        Instant current = now.truncatedTo(ChronoUnit.MINUTES);
        if (!current.equals(minute)) {
            minute = current;
            count = 0;
        }
        boolean allowed = count < most;
        count += allowed ? 1 : 0;
        return allowed;
    }
}
