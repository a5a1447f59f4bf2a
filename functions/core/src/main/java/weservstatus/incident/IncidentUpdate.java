package weservstatus.incident;

import java.time.Instant;
import java.util.List;

/**
 * One thing said about an incident.
 *
 * @param id unique within the incident and the same for every repeat of the same saying
 * @param status of the incident from then on
 * @param body Markdown by people, plain sentences by the monitor; may be empty when only components
 *     changed
 * @param at when it became true, which may lie before it was written
 * @param written when it was entered
 * @param changes of components, empty when none changed
 * @param told whether subscribers are to hear of it
 */
public record IncidentUpdate(
        String id,
        IncidentStatus status,
        Author author,
        String body,
        Instant at,
        Instant written,
        List<ComponentChange> changes,
        boolean told) {
    public IncidentUpdate {
        changes = List.copyOf(changes);
    }

    Impact impact() {
        return Impact.worst(changes.stream().map(ComponentChange::after).toList());
    }

    IncidentUpdate with(String body, Instant edited) {
        return new IncidentUpdate(id, status, author, body, at, edited, changes, told);
    }

    IncidentUpdate named(String other) {
        return new IncidentUpdate(other, status, author, body, at, written, changes, told);
    }
}
