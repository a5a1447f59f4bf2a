package weservstatus.uptime;

import java.util.HashMap;
import java.util.Map;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.ComponentId;
import weservstatus.time.Interval;
import weservstatus.verdict.Sightings;
import weservstatus.verdict.Timing;

/** Latency by component and of new pictures. */
final class Latencies {

    private final Map<ComponentId, Latency.Samples> components = new HashMap<>();
    private final Latency.Samples speed = new Latency.Samples();

    private Latencies() {}

    static Latencies of(Catalogue catalogue, Sightings sightings, Interval hour) {
        Latencies latencies = new Latencies();
        for (Check check : catalogue.active()) {
            sightings.of(check.id()).stream()
                    .flatMap(seen -> Timing.of(check, seen).stream())
                    .filter(timing -> hour.contains(timing.at()))
                    .forEach(timing -> latencies.add(check, timing.micros()));
        }
        return latencies;
    }

    Latency of(ComponentId component) {
        Latency.Samples samples = components.get(component);
        return samples == null ? Latency.NONE : samples.latency();
    }

    Latency speed() {
        return speed.latency();
    }

    private void add(Check check, long micros) {
        components.computeIfAbsent(check.component(), id -> new Latency.Samples()).add(micros);
        if (check.cachePath() == CachePath.MISS) {
            speed.add(micros);
        }
    }
}
