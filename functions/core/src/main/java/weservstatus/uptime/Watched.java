package weservstatus.uptime;

import java.util.List;
import java.util.Map;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.time.Interval;
import weservstatus.time.Spans;
import weservstatus.verdict.Sightings;
import weservstatus.verdict.Trial;

/**
 * What is counted.
 *
 * @param maintenance work that was announced before it began, for each component that has any
 */
public record Watched(Catalogue catalogue, Map<ComponentId, Spans> maintenance) {

    public Watched {
        maintenance = Map.copyOf(maintenance);
    }

    /** Without any announced work. */
    public static Watched of(Catalogue catalogue) {
        return new Watched(catalogue, Map.of());
    }

    Spans maintenance(ComponentId component) {
        return maintenance.getOrDefault(component, Spans.NONE);
    }

    /** What a component's checks said within the interval and outside announced work. */
    public List<Trial> trials(ComponentId component, Sightings sightings, Interval interval) {
        Spans work = maintenance(component);
        return sightings.trials(catalogue.checksOf(component)).stream()
                .filter(trial -> interval.contains(trial.at()) && !work.contains(trial.at()))
                .toList();
    }
}
