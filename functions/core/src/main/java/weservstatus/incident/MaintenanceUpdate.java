package weservstatus.incident;

import java.time.Instant;

/**
 * One thing said about planned work.
 *
 * @param id unique within the maintenance and the same for every repeat of the same saying
 * @param occurrence planned start of the occurrence that it is about
 * @param status of that occurrence from then on
 * @param body Markdown
 */
public record MaintenanceUpdate(
        String id,
        Instant occurrence,
        MaintenanceStatus status,
        Author author,
        String body,
        Instant at) {}
