package weservstatus.usecase;

import java.time.Instant;
import java.util.Optional;
import weservstatus.incident.Impact;

/**
 * What somebody wants to be different about an incident; absent fields stay.
 *
 * @param takenOver whether a person answers for its words from now on
 * @param acknowledged whether somebody is at it
 */
public record IncidentEdit(
        Optional<String> title,
        Optional<Impact> impact,
        Optional<Instant> started,
        Optional<Instant> ended,
        boolean takenOver,
        boolean acknowledged) {}
