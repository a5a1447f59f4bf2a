package weservstatus.uptime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import weservstatus.time.Interval;

/** One UTC day, the sum of its hours. */
public record DayItem(LocalDate date, Rollup rollup) {

    /**
     * Adds up the hours of one day; the order does not matter.
     *
     * @throws IllegalArgumentException for an hour of another day, or one that is given twice
     */
    public static DayItem of(LocalDate date, List<HourItem> hours) {
        Interval day = Interval.day(date);
        Set<Instant> seen = new HashSet<>();
        Rollup sum = Rollup.NONE;
        for (HourItem hour : hours) {
            if (!day.contains(hour.hour())) {
                throw new IllegalArgumentException("hour " + hour.hour() + " is not of " + date);
            }
            if (!seen.add(hour.hour())) {
                throw new IllegalArgumentException("hour " + hour.hour() + " is given twice");
            }
            sum = sum.plus(hour.rollup());
        }
        return new DayItem(date, sum);
    }
}
