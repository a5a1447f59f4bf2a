package weservstatus.probe;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment at which an attempt ends, whatever it is doing. */
final class Deadline {
    private final Duration allowed;
    private final LongSupplier ticker;
    private boolean begun;
    private long endNanos;

    Deadline(Duration allowed, LongSupplier ticker) {
        this.allowed = allowed;
        this.ticker = ticker;
    }

    /** Starts it, once: preparing a request takes nothing from its time. */
    void begin() {
        if (!begun) {
            begun = true;
            endNanos = ticker.getAsLong() + allowed.toNanos();
        }
    }

    Duration allowed() {
        return allowed;
    }

    /** Never negative. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(0, endNanos - ticker.getAsLong()));
    }

    boolean hasPassed() {
        return remaining().isZero();
    }
}
