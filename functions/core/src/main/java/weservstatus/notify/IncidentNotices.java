package weservstatus.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import weservstatus.check.ComponentId;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.incident.Trouble;

/**
 * What a change of an incident gives to tell. Pure: the same change makes the same notice with the
 * same id, wherever and however often it is looked at.
 */
public final class IncidentNotices {
    private static final String KIND = "incident/";

    private IncidentNotices() {}

    /**
     * The one notice of a change, absent when nothing was said that subscribers are to hear of.
     *
     * @param before absent for a new incident
     * @param facts what the monitor knows of what fails now; {@link Trouble.Facts#NONE} when a
     *     person speaks
     */
    public static Optional<Notice> between(
            Optional<Incident> before, Incident after, Trouble.Facts facts) {
        Set<String> known =
                before.stream()
                        .flatMap(incident -> incident.updates().stream())
                        .map(IncidentUpdate::id)
                        .collect(Collectors.toSet());
        List<IncidentUpdate> said =
                after.updates().stream()
                        .filter(update -> !known.contains(update.id()) && update.told())
                        .toList();
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(notice(event(before, after), after, said, facts));
    }

    /**
     * What is told when an incident becomes part of another: its thread ends, wherever it was told.
     *
     * @param gone the incident that ceases to be
     * @param into what it is part of now
     */
    public static Optional<Notice> merged(Incident gone, Incident into) {
        boolean told = gone.updates().stream().anyMatch(IncidentUpdate::told);
        if (!gone.isOpen() || !told) {
            return Optional.empty();
        }
        String what = "This goes on as part of the incident “%s”.".formatted(into.title());
        return Optional.of(
                new Notice(
                        MessageId.of(KIND + gone.id(), Event.RESOLVED, "into-" + into.id()),
                        Event.RESOLVED,
                        new About.OfIncident(gone.id()),
                        new Message.Heading(
                                gone.title(), gone.impact(), IncidentStatus.RESOLVED.label()),
                        parts(gone),
                        facts(gone, what, Trouble.Facts.NONE),
                        List.of(),
                        false,
                        into.updated()));
    }

    /**
     * That a component goes up and down, and that its single changes are not told meanwhile.
     *
     * @param since when it was found to be so
     */
    public static Notice unstable(
            Incident incident, ComponentId component, Instant since, Instant now) {
        String what =
                "It goes up and down. Single changes are not told until it stays as it is; the time"
                        + " that it is down is counted.";
        return new Notice(
                MessageId.of(KIND + incident.id(), Event.UNSTABLE, component + "@" + since),
                Event.UNSTABLE,
                new About.OfIncident(incident.id()),
                new Message.Heading(incident.title(), incident.impact(), incident.status().label()),
                parts(incident).stream().filter(part -> part.id().equals(component)).toList(),
                facts(incident, what, Trouble.Facts.NONE),
                incident.evidence(),
                true,
                now);
    }

    /** By what became of the incident, since what is said late may have been true long before. */
    private static Event event(Optional<Incident> before, Incident after) {
        boolean same = before.filter(old -> old.isOpen() == after.isOpen()).isPresent();
        if (same) {
            return Event.UPDATE;
        }
        return after.isOpen() ? Event.OPENED : Event.RESOLVED;
    }

    private static Notice notice(
            Event event, Incident incident, List<IncidentUpdate> said, Trouble.Facts facts) {
        IncidentUpdate last = said.getLast();
        String what =
                said.stream()
                        .map(IncidentUpdate::body)
                        .filter(body -> !body.isBlank())
                        .collect(Collectors.joining("\n\n"));
        return new Notice(
                MessageId.of(KIND + incident.id(), event, last.id()),
                event,
                new About.OfIncident(incident.id()),
                new Message.Heading(incident.title(), incident.impact(), incident.status().label()),
                parts(incident),
                facts(incident, what, facts),
                incident.evidence(),
                said.stream().allMatch(update -> update.author().isMachine()),
                last.written());
    }

    /** All components that the incident ever concerned, each with the last that was said of it. */
    static List<Notice.Part> parts(Incident incident) {
        return incident.components().entrySet().stream()
                .map(entry -> new Notice.Part(entry.getKey(), entry.getValue()))
                .toList();
    }

    static Message.Facts facts(Incident incident, String what, Trouble.Facts facts) {
        return new Message.Facts(
                what,
                incident.started(),
                incident.ended(),
                facts.places(),
                facts.side(),
                facts.failing());
    }
}
