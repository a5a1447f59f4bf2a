package weservstatus.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import weservstatus.status.StatusSnapshot.HourSpeed;
import weservstatus.status.StatusSnapshot.Speed;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.Latency;

/** Latency of new pictures over the last day. */
final class Speeds {

    private static final int HOURS = 24;

    private Speeds() {}

    /** Of the 24 hours that end with the one of {@code now}; an hour without an item is empty. */
    static Speed of(List<HourItem> items, Instant now) {
        Map<Instant, Latency> known =
                items.stream()
                        .collect(
                                Collectors.toMap(
                                        HourItem::hour,
                                        item -> item.rollup().speed(),
                                        (first, second) -> first));
        Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1, ChronoUnit.HOURS);
        List<HourSpeed> hours = new ArrayList<>(HOURS);
        Latency day = Latency.NONE;
        for (int i = 0; i < HOURS; i++) {
            Instant hour = first.plus(i, ChronoUnit.HOURS);
            Latency latency = known.getOrDefault(hour, Latency.NONE);
            hours.add(new HourSpeed(hour, latency.percentiles()));
            day = day.plus(latency);
        }
        return new Speed(day.percentiles(), hours);
    }
}
