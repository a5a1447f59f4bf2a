package weservstatus.incident;

import java.time.Instant;
import weservstatus.check.ComponentId;
import weservstatus.text.ShortId;

/** Identity of an incident: 12 of {@code a-z0-9}, part of its address for ever. */
public record IncidentId(String value) {
    public IncidentId {
        ShortId.require(value);
    }

    /**
     * The id of what the monitor itself opens: the same however often and wherever the same trouble
     * is noticed.
     *
     * @param component the first that failed
     * @param began the first bad observation
     */
    public static IncidentId ofTrouble(ComponentId component, Instant began) {
        return new IncidentId(ShortId.of("incident", component + "@" + began));
    }

    /**
     * The id of what a person opens.
     *
     * @param key unique for each request to open one, so that a repeated request opens nothing new
     */
    public static IncidentId ofRequest(String key) {
        return new IncidentId(ShortId.of("incident", "request:" + key));
    }

    @Override
    public String toString() {
        return value;
    }
}
