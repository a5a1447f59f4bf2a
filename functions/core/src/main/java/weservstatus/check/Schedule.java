package weservstatus.check;

import java.time.Duration;
import weservstatus.time.Slot;

/**
 * When a check is due: in every n-th slot.
 *
 * @param every distance between two runs; rounded up to whole slots
 * @param turn which of those slots, so that rotating checks spread evenly; taken modulo n
 */
public record Schedule(Duration every, int turn) {
    public Schedule {
        if (every.isZero() || every.isNegative()) {
            throw new IllegalArgumentException("a check needs a positive interval");
        }
        if (turn < 0) {
            throw new IllegalArgumentException("turn is counted from 0");
        }
    }

    public boolean isDue(Slot slot) {
        long n = slots(slot.length());
        return Math.floorMod(slot.index(), n) == turn % n;
    }

    /** The real distance between two runs when slots have this length. */
    public Duration interval(Duration slotLength) {
        return slotLength.multipliedBy(slots(slotLength));
    }

    private long slots(Duration slotLength) {
        long length = slotLength.toMillis();
        return Math.max(1, (every.toMillis() + length - 1) / length);
    }
}
