package weservstatus.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A half-open interval {@code [start, end)} of UTC instants.
 *
 * @param start first instant inside
 * @param end first instant after, not before {@code start}
 */
public record Interval(Instant start, Instant end) {
    public Interval {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("an interval cannot end before it starts");
        }
    }

    /** The UTC day. */
    public static Interval day(LocalDate date) {
        Instant start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Interval(start, start.plus(1, ChronoUnit.DAYS));
    }

    /** The whole hour that holds {@code instant}. */
    public static Interval hour(Instant instant) {
        Instant start = instant.truncatedTo(ChronoUnit.HOURS);
        return new Interval(start, start.plus(1, ChronoUnit.HOURS));
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    /** The part that both intervals share, absent when they share none. */
    public Optional<Interval> intersect(Interval other) {
        Instant from = start.isAfter(other.start) ? start : other.start;
        Instant to = end.isBefore(other.end) ? end : other.end;
        return from.isBefore(to) ? Optional.of(new Interval(from, to)) : Optional.empty();
    }
}
