package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.CheckId;
import weservstatus.store.PeriodStore;
import weservstatus.uptime.HourItem;
import weservstatus.verdict.LatencyBaseline;

/**
 * How long each check took in the hours of earlier weeks that the last day is held against. Read
 * when the clock's hour turns: they are over for a week at least.
 */
final class UsualTimes {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);

    private final PeriodStore<Instant, HourItem> store;
    private Instant readFor = Instant.MIN;
    private Map<CheckId, SortedMap<Instant, LatencyBaseline>> usual = Map.of();

    UsualTimes(PeriodStore<Instant, HourItem> store) {
        this.store = store;
    }

    Map<CheckId, SortedMap<Instant, LatencyBaseline>> at(Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(readFor)) {
            usual = read(hour);
            readFor = hour;
        }
        return usual;
    }

    private Map<CheckId, SortedMap<Instant, LatencyBaseline>> read(Instant hour) {
        Map<CheckId, SortedMap<Instant, LatencyBaseline>> read = new HashMap<>();
        for (int week = 1; week <= LatencyBaseline.WEEKS; week++) {
            Instant then = hour.minus(WEEK.multipliedBy(week));
            store.list(then.minus(DAY), then)
                    .forEach(entry ->
                            entry.value()
                                    .usual()
                                    .forEach((check, baseline) ->
                                            read.computeIfAbsent(check, id -> new TreeMap<>())
                                                    .put(entry.period(), baseline)));
        }
        return read;
    }
}
