package weservstatus.status;

import java.util.List;
import java.util.function.Function;
import weservstatus.check.ComponentId;
import weservstatus.status.StatusSnapshot.HourSpeed;
import weservstatus.status.StatusSnapshot.Speed;
import weservstatus.uptime.Latency;
import weservstatus.uptime.Rollup;

/** Latency in the last 24 hours; an hour without an item is empty. */
final class Speeds {

    private final Hours hours;

    Speeds(Hours hours) {
        this.hours = hours;
    }

    /** Of new pictures. */
    Speed ofPage() {
        Latency day =
                hours.starts().stream()
                        .map(hour -> hours.at(hour).speed())
                        .reduce(Latency.NONE, Latency::plus);
        return new Speed(day.percentiles(), by(Rollup::speed), new SpeedParts(hours).all());
    }

    List<HourSpeed> of(ComponentId component) {
        return by(rollup -> rollup.of(component).latency());
    }

    private List<HourSpeed> by(Function<Rollup, Latency> latency) {
        return hours.starts().stream()
                .map(hour -> new HourSpeed(hour, latency.apply(hours.at(hour)).percentiles()))
                .toList();
    }
}
