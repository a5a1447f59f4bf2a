package weservstatus.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import weservstatus.check.ComponentId;
import weservstatus.time.Interval;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.Latency;
import weservstatus.uptime.Part;
import weservstatus.uptime.Rollup;
import weservstatus.uptime.Tally;

/**
 * The 24 hours that end with the present one. As with days, an hour after the first record that no
 * item covers was not observed.
 */
final class Hours {

    private static final int COUNT = 24;

    private final NavigableMap<Instant, Rollup> items = new TreeMap<>();
    private final NavigableMap<Instant, SortedMap<Part, Latency>> parts = new TreeMap<>();
    private final Instant first;

    Hours(List<HourItem> items, Instant now) {
        this.first = now.truncatedTo(ChronoUnit.HOURS).minus(COUNT - 1, ChronoUnit.HOURS);
        items.forEach(item -> {
            this.items.put(item.hour(), item.rollup());
            this.parts.put(item.hour(), item.parts());
        });
    }

    /** Nothing for an hour without an item. */
    SortedMap<Part, Latency> partsAt(Instant hour) {
        return parts.getOrDefault(hour, Collections.emptySortedMap());
    }

    /** Their starts, oldest first. */
    List<Instant> starts() {
        return IntStream.range(0, COUNT).mapToObj(i -> first.plus(i, ChronoUnit.HOURS)).toList();
    }

    /** Nothing for an hour without an item. */
    Rollup at(Instant hour) {
        return items.getOrDefault(hour, Rollup.NONE);
    }

    /**
     * All of them.
     *
     * @param firstDay of the component, absent when there is none
     */
    Tally total(ComponentId component, Optional<LocalDate> firstDay) {
        Instant from = firstDay.map(day -> Interval.day(day).end()).orElse(Instant.MAX);
        Tally sum = Tally.NONE;
        boolean begun = !first.isBefore(from);
        for (Instant hour : starts()) {
            Tally counted = at(hour).of(component).tally();
            begun |= counted.elapsed() > 0;
            boolean missing = begun && counted.elapsed() == 0 && !hour.equals(starts().getLast());
            sum = sum.plus(missing ? UNOBSERVED_HOUR : counted);
        }
        return sum;
    }

    private static final Tally UNOBSERVED_HOUR =
            new Tally(0, 0, 0, 0, 0, Duration.ofHours(1).toMillis());
}
