package weservstatus.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import weservstatus.check.ComponentId;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.time.Interval;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.Revision;
import weservstatus.uptime.Tally;

/**
 * The last 90 UTC days of each component. After its first day with a record, time that no item
 * covers was not observed; a silent monitor must not look like a short history.
 */
final class Days {

    private static final int COUNT = 90;

    private final NavigableMap<LocalDate, DayItem> items = new TreeMap<>();
    private final LocalDate today;
    private final Instant hour;

    Days(List<DayItem> items, Instant now) {
        this.today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        this.hour = now.truncatedTo(ChronoUnit.HOURS);
        items.forEach(item -> this.items.put(item.date(), item));
    }

    List<Day> of(ComponentId component) {
        Optional<LocalDate> first = first(component);
        return IntStream.range(0, COUNT)
                .mapToObj(i -> today.minusDays(COUNT - 1L - i))
                .map(date -> new Day(date, tally(component, date, first), revised(component, date)))
                .toList();
    }

    /** The first day with counted time, absent when there is none. */
    Optional<LocalDate> first(ComponentId component) {
        return items.values().stream()
                .filter(item -> item.rollup().of(component).tally().elapsed() > 0)
                .map(DayItem::date)
                .findFirst();
    }

    private Optional<Revision> revised(ComponentId component, LocalDate date) {
        return Optional.ofNullable(items.get(date))
                .flatMap(item -> Optional.ofNullable(item.revised().get(component)));
    }

    private Tally tally(ComponentId component, LocalDate date, Optional<LocalDate> first) {
        DayItem item = items.get(date);
        Tally counted = item == null ? Tally.NONE : item.rollup().of(component).tally();
        if (first.isEmpty() || !date.isAfter(first.get())) {
            return counted;
        }
        long missing = Math.max(0, over(date).toMillis() - counted.elapsed());
        return counted.plus(new Tally(0, 0, 0, 0, 0, missing));
    }

    /** How much of the day is over for certain: today, its whole hours. */
    private Duration over(LocalDate date) {
        Interval day = Interval.day(date);
        return date.equals(today) ? Duration.between(day.start(), hour) : day.length();
    }
}
