package weservstatus.usecase;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.verdict.ComponentStatus;

/**
 * What somebody wants to say of an incident.
 *
 * @param status absent to leave it
 * @param body Markdown
 * @param at when it became true, absent for now
 * @param components that it says something of
 * @param told whether subscribers hear of it; absent for the usual
 */
public record NewUpdate(
        Optional<IncidentStatus> status,
        String body,
        Optional<Instant> at,
        Map<ComponentId, ComponentStatus> components,
        Optional<Boolean> told) {
    public NewUpdate {
        components = Map.copyOf(components);
    }
}
