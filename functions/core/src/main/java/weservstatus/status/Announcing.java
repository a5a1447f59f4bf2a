package weservstatus.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.incident.Amendment;
import weservstatus.incident.Calendar;
import weservstatus.incident.ComponentChange;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentUpdate;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceUpdate;
import weservstatus.incident.Occurrence;
import weservstatus.incident.Timetable;
import weservstatus.status.Announcements.AffectedState;
import weservstatus.status.Announcements.ChangeState;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.Announcements.Repeat;
import weservstatus.status.Announcements.UpdateState;
import weservstatus.status.Announcements.WorkState;
import weservstatus.status.Announcements.WorkUpdate;
import weservstatus.time.Interval;

/** Writes incidents and planned work as visitors see them. */
public final class Announcing {
    /** Planned work is shown so long before it starts, and so long after it ended. */
    static final Duration SHOWN = Duration.ofDays(60);

    /** Readers of Statuspage's interface expect so many. */
    static final int MOST = 50;

    private Announcing() {}

    public static Announcements of(List<Incident> incidents, Calendar calendar, Instant now) {
        Stream<Incident> shown =
                Stream.concat(
                        incidents.stream().filter(Incident::isOpen),
                        incidents.stream()
                                .filter(incident -> !incident.isOpen())
                                .sorted(Comparator.comparing(Incident::started).reversed())
                                .limit(MOST));
        Interval around = new Interval(now.minus(SHOWN), now.plus(SHOWN));
        return new Announcements(
                shown.map(Announcing::incident).toList(),
                calendar.occurrences(around).stream()
                        .map(occurrence -> work(occurrence, now))
                        .toList());
    }

    /** One incident as visitors see it. */
    public static IncidentState incident(Incident incident) {
        List<AffectedState> affected =
                incident.components().entrySet().stream()
                        .map(entry -> new AffectedState(entry.getKey(), entry.getValue()))
                        .toList();
        return new IncidentState(
                incident.id().value(),
                incident.title(),
                incident.status(),
                incident.impact(),
                incident.isTakenOver(),
                incident.started(),
                incident.monitoringSince(),
                incident.ended(),
                incident.span().proposedEnd(),
                incident.entered(),
                incident.updated(),
                incident.updates().stream().map(Announcing::update).toList(),
                affected,
                incident.evidence());
    }

    private static UpdateState update(IncidentUpdate update) {
        return new UpdateState(
                update.id(),
                update.status(),
                update.author().isMachine(),
                update.body(),
                update.at(),
                update.written(),
                update.changes().stream().map(Announcing::change).toList(),
                update.told());
    }

    private static ChangeState change(ComponentChange change) {
        return new ChangeState(change.component(), change.before(), change.after());
    }

    /** One time that planned work takes place as visitors see it. */
    public static WorkState work(Occurrence occurrence, Instant now) {
        Maintenance work = occurrence.maintenance();
        List<WorkUpdate> updates =
                work.updates().stream()
                        .filter(update -> update.occurrence().equals(occurrence.start()))
                        .map(Announcing::update)
                        .toList();
        return new WorkState(
                occurrence.id(),
                work.id().value(),
                work.title(),
                work.body(),
                occurrence.status(now),
                occurrence.start(),
                occurrence.end(),
                occurrence.announcedEnd(),
                work.announced(),
                updates.stream()
                        .map(WorkUpdate::at)
                        .max(Comparator.naturalOrder())
                        .orElse(work.announced()),
                work.components().stream().sorted().toList(),
                repeat(work),
                updates);
    }

    private static Optional<Repeat> repeat(Maintenance work) {
        return switch (work.timetable()) {
            case Timetable.Once ignored -> Optional.empty();
            case Timetable.Recurring recurring ->
                    Optional.of(
                            new Repeat(
                                    recurring.rule(),
                                    recurring.zone().getId(),
                                    recurring.first().toString(),
                                    recurring.length(),
                                    calledOff(work),
                                    work.cancelled()));
        };
    }

    private static List<Instant> calledOff(Maintenance work) {
        return work.amendments().stream()
                .filter(amendment -> amendment.cancelled().isPresent())
                .filter(amendment -> !amendment.cancelled().get().isAfter(amendment.planned()))
                .map(Amendment::planned)
                .sorted()
                .toList();
    }

    private static WorkUpdate update(MaintenanceUpdate update) {
        return new WorkUpdate(
                update.id(),
                update.status(),
                update.author().isMachine(),
                update.body(),
                update.at());
    }
}
