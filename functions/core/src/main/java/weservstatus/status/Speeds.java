package weservstatus.status;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weservstatus.check.ComponentId;
import weservstatus.status.StatusSnapshot.HourSpeed;
import weservstatus.status.StatusSnapshot.Speed;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.Latency;
import weservstatus.uptime.Rollup;

/** Latency in the 24 hours that end with the present one; an hour without an item is empty. */
final class Speeds {

    private static final int HOURS = 24;

    private final Map<Instant, Rollup> items;
    private final Instant first;

    Speeds(List<HourItem> items, Instant now) {
        this.items =
                items.stream()
                        .collect(Collectors.toMap(HourItem::hour, HourItem::rollup, (a, b) -> a));
        this.first = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1, ChronoUnit.HOURS);
    }

    /** Of new pictures. */
    Speed ofPage() {
        Latency day = hours().map(hour -> at(hour).speed()).reduce(Latency.NONE, Latency::plus);
        return new Speed(day.percentiles(), by(Rollup::speed));
    }

    List<HourSpeed> of(ComponentId component) {
        return by(rollup -> rollup.of(component).latency());
    }

    private List<HourSpeed> by(Function<Rollup, Latency> latency) {
        return hours().map(hour -> new HourSpeed(hour, latency.apply(at(hour)).percentiles()))
                .toList();
    }

    private Stream<Instant> hours() {
        return IntStream.range(0, HOURS).mapToObj(i -> first.plus(i, ChronoUnit.HOURS));
    }

    private Rollup at(Instant hour) {
        return items.getOrDefault(hour, Rollup.NONE);
    }
}
