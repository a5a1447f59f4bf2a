package weservstatus.uptime;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.ComponentId;
import weservstatus.time.Interval;

/**
 * One UTC day, the sum of its hours.
 *
 * @param revised components whose published figure changed
 */
public record DayItem(LocalDate date, Rollup rollup, SortedMap<ComponentId, Revision> revised) {

    public DayItem {
        revised = Collections.unmodifiableSortedMap(new TreeMap<>(revised));
    }

    /** One whose figures never changed. */
    public DayItem(LocalDate date, Rollup rollup) {
        this(date, rollup, new TreeMap<>());
    }

    /** The same with these revisions. */
    public DayItem with(SortedMap<ComponentId, Revision> revisions) {
        return new DayItem(date, rollup, revisions);
    }

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
