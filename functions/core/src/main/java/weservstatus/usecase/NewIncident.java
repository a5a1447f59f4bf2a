package weservstatus.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.incident.Impact;

/**
 * An incident that somebody wants to open, or to enter afterwards.
 *
 * @param impact absent for what the components' states mean
 * @param started absent for the time of the first update
 * @param ended only where the last update is one of an incident that is over; absent for its time
 * @param updates oldest first, at least one
 */
public record NewIncident(
        String title,
        Optional<Impact> impact,
        Optional<Instant> started,
        Optional<Instant> ended,
        List<NewUpdate> updates) {
    public NewIncident {
        updates = List.copyOf(updates);
    }
}
