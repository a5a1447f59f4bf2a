package weservstatus.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import weservstatus.check.ComponentId;
import weservstatus.status.StatusSnapshot.HourSpeed;
import weservstatus.status.StatusSnapshot.Speed;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.Latency;
import weservstatus.uptime.Rollup;

/** Latency over the last day. */
final class Speeds {

    private static final int HOURS = 24;

    private Speeds() {}

    /** Of the whole page. */
    static Speed of(List<HourItem> items, Instant now) {
        SortedMap<Instant, Latency> hours = hours(items, Rollup::speed, now);
        Latency day = hours.values().stream().reduce(Latency.NONE, Latency::plus);
        return new Speed(day.percentiles(), speeds(hours));
    }

    /** Of one component. */
    static List<HourSpeed> of(ComponentId component, List<HourItem> items, Instant now) {
        return speeds(hours(items, rollup -> rollup.of(component).latency(), now));
    }

    /** The 24 hours that end with the one of {@code now}; an hour without an item is empty. */
    private static SortedMap<Instant, Latency> hours(
            List<HourItem> items, Function<Rollup, Latency> part, Instant now) {
        Instant last = now.truncatedTo(ChronoUnit.HOURS);
        SortedMap<Instant, Latency> hours = new TreeMap<>();
        for (int back = HOURS - 1; back >= 0; back--) {
            hours.put(last.minus(back, ChronoUnit.HOURS), Latency.NONE);
        }
        items.forEach(item -> hours.replace(item.hour(), part.apply(item.rollup())));
        return hours;
    }

    private static List<HourSpeed> speeds(SortedMap<Instant, Latency> hours) {
        return hours.entrySet().stream()
                .map(hour -> new HourSpeed(hour.getKey(), hour.getValue().percentiles()))
                .toList();
    }
}
