package weservstatus.notify;

import java.time.Instant;
import weservstatus.incident.IncidentId;
import weservstatus.incident.MaintenanceId;

/** What a message is about. */
public sealed interface About {

    /** An incident. Messages of the same incident belong to one thread, ticket or alert. */
    record OfIncident(IncidentId incident) implements About {}

    /**
     * One occurrence of planned work.
     *
     * @param occurrence {@link weservstatus.incident.Occurrence#id}
     * @param start planned start
     * @param end as it was told last
     */
    record OfWork(MaintenanceId work, String occurrence, Instant start, Instant end)
            implements About {}

    /** The messages themselves: a test, or that some are held back. */
    record OfMessages() implements About {}

    /** The same for all messages of one incident or one occurrence of work, and for no other. */
    default String thread() {
        return switch (this) {
            case OfIncident about -> "incident-" + about.incident();
            case OfWork about -> "work-" + about.occurrence();
            case OfMessages ignored -> "messages";
        };
    }
}
