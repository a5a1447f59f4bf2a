package weservstatus.usecase;

import java.time.Instant;
import java.util.Optional;
import weservstatus.incident.MaintenanceStatus;

/**
 * What somebody wants to be different about one time that planned work takes place.
 *
 * @param planned its start, as the timetable has it
 * @param end another end
 * @param status verifying, completed or cancelled
 * @param body what is said of it, Markdown; empty for nothing
 */
public record OccurrenceChange(
        Instant planned, Optional<Instant> end, Optional<MaintenanceStatus> status, String body) {}
