package weservstatus.time;

import java.time.Duration;
import java.time.Instant;

/**
 * One turn of the schedule: the half-open interval {@code [start, start + length)}, aligned to the
 * epoch. A slot is probed at most once per location.
 *
 * @param start first instant of the slot, a whole multiple of {@code length} since the epoch
 * @param length how long the slot is, at least one second
 */
public record Slot(Instant start, Duration length) implements Comparable<Slot> {
    public Slot {
        if (length.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a slot lasts at least one second, not " + length);
        }
        if (Math.floorMod(start.toEpochMilli(), length.toMillis()) != 0) {
            throw new IllegalArgumentException(start + " is not aligned to " + length);
        }
    }

    /** The slot of this length that holds {@code instant}. */
    public static Slot containing(Instant instant, Duration length) {
        long millis = length.toMillis();
        return new Slot(
                Instant.ofEpochMilli(Math.floorDiv(instant.toEpochMilli(), millis) * millis),
                length);
    }

    public Instant end() {
        return start.plus(length);
    }

    public Slot next() {
        return new Slot(end(), length);
    }

    /** How many slots of this length lie between the epoch and this one. */
    public long index() {
        return start.toEpochMilli() / length.toMillis();
    }

    @Override
    public int compareTo(Slot other) {
        return start.compareTo(other.start);
    }
}
