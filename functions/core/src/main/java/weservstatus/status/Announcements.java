package weservstatus.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.incident.Impact;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.MaintenanceStatus;
import weservstatus.verdict.ComponentStatus;

/**
 * What people are told beyond the verdict.
 *
 * @param incidents open ones and the newest of those that are over, newest start first
 * @param works planned work: under way, to come, and lately over, by its start
 */
public record Announcements(List<IncidentState> incidents, List<WorkState> works) {
    public static final Announcements NONE = new Announcements(List.of(), List.of());

    public Announcements {
        incidents =
                incidents.stream()
                        .sorted(
                                Comparator.comparing(IncidentState::started)
                                        .reversed()
                                        .thenComparing(IncidentState::id))
                        .toList();
        works =
                works.stream()
                        .sorted(Comparator.comparing(WorkState::start).thenComparing(WorkState::id))
                        .toList();
    }

    public List<IncidentState> open() {
        return incidents.stream().filter(incident -> incident.ended().isEmpty()).toList();
    }

    public List<WorkState> works(MaintenanceStatus... statuses) {
        List<MaintenanceStatus> wanted = List.of(statuses);
        return works.stream().filter(work -> wanted.contains(work.status())).toList();
    }

    /**
     * One incident as visitors see it.
     *
     * @param takenOver whether a person answers for its words
     * @param ended absent while it lasts
     * @param proposedEnd when the monitor found it over, while nobody has said so
     * @param entered when its first update was written
     * @param updated when anything of it was last written
     * @param updates oldest first
     * @param affected components and the last that was said of each
     * @param evidence ids of what was kept of failed observations, newest last
     */
    public record IncidentState(
            String id,
            String title,
            IncidentStatus status,
            Impact impact,
            boolean takenOver,
            Instant started,
            Optional<Instant> monitoring,
            Optional<Instant> ended,
            Optional<Instant> proposedEnd,
            Instant entered,
            Instant updated,
            List<UpdateState> updates,
            List<AffectedState> affected,
            List<String> evidence) {
        public IncidentState {
            updates = List.copyOf(updates);
            affected = List.copyOf(affected);
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * One thing said.
     *
     * @param byMonitor facts that the machine found, as against words of people
     * @param body Markdown
     * @param at when it became true
     * @param written when it was entered or last reworded
     */
    public record UpdateState(
            String id,
            IncidentStatus status,
            boolean byMonitor,
            String body,
            Instant at,
            Instant written,
            List<ChangeState> changes,
            boolean told) {
        public UpdateState {
            changes = List.copyOf(changes);
        }
    }

    /** The last that was said of one component. */
    public record AffectedState(ComponentId component, ComponentStatus status) {}

    /** What is said of one component. */
    public record ChangeState(
            ComponentId component, ComponentStatus before, ComponentStatus after) {}

    /**
     * One time that planned work takes place.
     *
     * @param id of the occurrence: the same for ever
     * @param maintenance id of the work that it is part of
     * @param body Markdown
     * @param end as far as known now
     * @param announcedEnd what visitors were told; before {@code end} when it overruns
     * @param announced when the work was first published
     * @param updates oldest first
     */
    public record WorkState(
            String id,
            String maintenance,
            String title,
            String body,
            MaintenanceStatus status,
            Instant start,
            Instant end,
            Instant announcedEnd,
            Instant announced,
            Instant updated,
            List<ComponentId> components,
            Optional<Repeat> repeat,
            List<WorkUpdate> updates) {
        public WorkState {
            components = List.copyOf(components);
            updates = List.copyOf(updates);
        }
    }

    /**
     * How planned work comes again.
     *
     * @param rule of RFC 5545
     * @param zone IANA name
     * @param first wall-clock start of the first one, ISO 8601 without a zone
     * @param length of each, as planned
     * @param calledOff planned starts of single ones that do not take place, oldest first
     * @param over when all of it was called off; what starts later does not take place
     */
    public record Repeat(
            String rule,
            String zone,
            String first,
            Duration length,
            List<Instant> calledOff,
            Optional<Instant> over) {
        public Repeat {
            calledOff = List.copyOf(calledOff);
        }
    }

    /** One thing said of planned work. */
    public record WorkUpdate(
            String id, MaintenanceStatus status, boolean byMonitor, String body, Instant at) {}
}
