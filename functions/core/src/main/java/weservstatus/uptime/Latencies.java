package weservstatus.uptime;

import java.util.HashMap;
import java.util.Map;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.ComponentId;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Side;
import weservstatus.time.Interval;
import weservstatus.verdict.Sighting;
import weservstatus.verdict.Sightings;

/**
 * Latency by component and of new pictures. Only scheduled rounds count: confirm rounds would weigh
 * times of trouble more.
 */
final class Latencies {

    private final Map<ComponentId, Latency.Samples> components = new HashMap<>();
    private final Latency.Samples speed = new Latency.Samples();

    private Latencies() {}

    static Latencies of(Catalogue catalogue, Sightings sightings, Interval hour) {
        Latencies latencies = new Latencies();
        for (Check check : catalogue.active()) {
            for (Sighting sighting : sightings.of(check.id())) {
                if (sighting.number() == 0 && hour.contains(sighting.observation().started())) {
                    latencies.add(check, sighting.observation());
                }
            }
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

    private void add(Check check, Observation observation) {
        if (observation.cold()) {
            return;
        }
        if (observation.result().isGood()) {
            add(check, observation.phases().totalMicros());
        } else if (isTimeout(observation)) {
            // Censored, not dropped: what never came took at least as long as we waited.
            add(check, check.timeout().toNanos() / 1_000);
        }
    }

    private void add(Check check, long micros) {
        components.computeIfAbsent(check.component(), id -> new Latency.Samples()).add(micros);
        if (check.cachePath() == CachePath.MISS) {
            speed.add(micros);
        }
    }

    private static boolean isTimeout(Observation observation) {
        return observation.result() == Result.FAILED
                && observation.side().filter(side -> side == Side.ORIGIN).isEmpty()
                && observation
                        .failure()
                        .filter(f -> f.reason() == FailureReason.TIMEOUT)
                        .isPresent();
    }
}
