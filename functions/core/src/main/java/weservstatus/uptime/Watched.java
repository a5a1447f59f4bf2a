package weservstatus.uptime;

import java.util.Map;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.time.Spans;

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
}
