package weservstatus.uptime;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.ComponentId;
import weservstatus.observe.Phase;
import weservstatus.time.Interval;
import weservstatus.verdict.Sighting;
import weservstatus.verdict.Sightings;
import weservstatus.verdict.Timing;

/** Latency by component and of new pictures. */
final class Latencies {

    private final Map<ComponentId, Latency.Samples> components = new HashMap<>();
    private final Latency.Samples speed = new Latency.Samples();
    private final Map<Part, Latency.Samples> parts = new HashMap<>();

    private Latencies() {}

    static Latencies of(Catalogue catalogue, Sightings sightings, Interval hour) {
        Latencies latencies = new Latencies();
        for (Check check : catalogue.active()) {
            sightings.of(check.id()).stream()
                    .forEach(seen ->
                            Timing.of(check, seen)
                                    .filter(timing -> hour.contains(timing.at()))
                                    .ifPresent(timing -> latencies.add(check, seen, timing)));
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

    /** Of new pictures, what each location and format and each location and phase took. */
    SortedMap<Part, Latency> parts() {
        SortedMap<Part, Latency> done = new TreeMap<>();
        parts.forEach((part, samples) -> done.put(part, samples.latency()));
        return done;
    }

    private void add(Check check, Sighting seen, Timing timing) {
        components
                .computeIfAbsent(check.component(), id -> new Latency.Samples())
                .add(timing.micros());
        if (check.cachePath() == CachePath.MISS) {
            speed.add(timing.micros());
            add(Part.total(seen.location(), check), timing.micros());
            if (seen.observation().result().isGood()) {
                addPhases(seen);
            }
        }
    }

    /** A phase that was not needed, such as a name that was known, took no time and counts not. */
    private void addPhases(Sighting seen) {
        for (Phase phase : Phase.values()) {
            long micros = seen.observation().phases().micros(phase);
            if (micros > 0) {
                add(Part.of(seen.location(), phase), micros);
            }
        }
    }

    private void add(Part part, long micros) {
        parts.computeIfAbsent(part, id -> new Latency.Samples()).add(micros);
    }
}
