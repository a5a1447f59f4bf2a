package weservstatus.uptime;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.ComponentId;
import weservstatus.time.Interval;

/** One calendar month in UTC, the sum of its days. */
public record MonthItem(YearMonth month, SortedMap<ComponentId, Tally> components) {

    /** How long after its end a month is frozen. */
    public static final Duration FROZEN_AFTER = Duration.ofDays(3);

    public MonthItem {
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
    }

    /** Adds up those of the days that are of the month; the order does not matter. */
    public static MonthItem of(YearMonth month, List<DayItem> days) {
        SortedMap<ComponentId, Tally> sums = new TreeMap<>();
        days.stream()
                .filter(day -> YearMonth.from(day.date()).equals(month))
                .forEach(day ->
                        day.rollup()
                                .components()
                                .forEach(
                                        (id, share) -> sums.merge(id, share.tally(), Tally::plus)));
        return new MonthItem(month, sums);
    }

    /** From its first instant to the first one after it. */
    public static Interval interval(YearMonth month) {
        return new Interval(
                month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** Whether nothing is to change the month from that moment on. */
    public static boolean isFrozen(YearMonth month, Instant now) {
        return !now.isBefore(interval(month).end().plus(FROZEN_AFTER));
    }
}
