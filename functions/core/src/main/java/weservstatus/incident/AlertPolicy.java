package weservstatus.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import weservstatus.check.ComponentId;
import weservstatus.incident.AlertDoor.Meaning;
import weservstatus.text.ShortId;
import weservstatus.verdict.ComponentStatus;

/**
 * Turns what an Alertmanager tells into incidents: one for each of its groups, from the first alert
 * that means something here to the end of the last. Pure, and idempotent: a call that is repeated
 * wants nothing.
 */
public final class AlertPolicy {
    private static final int MOST_SENTENCES = 10;

    private final AlertDoor door;
    private final Author.Person author;

    public AlertPolicy(AlertDoor door) {
        this.door = door;
        this.author = new Author.Person("Alertmanager " + door.id());
    }

    /**
     * What should happen now.
     *
     * @param incidents those that are open, at least
     */
    public List<IncidentCommand> decide(List<Incident> incidents, Alert.Group group, Instant now) {
        String mark = "alerts-" + ShortId.of("alerts", door.id() + "/" + group.key()) + "-";
        List<Alert> known =
                group.alerts().stream()
                        .filter(alert -> door.rule(alert.labels(), Meaning.INCIDENT).isPresent())
                        .toList();
        List<Alert> firing = known.stream().filter(Alert::fires).toList();
        Optional<Incident> open =
                incidents.stream()
                        .filter(Incident::isOpen)
                        .filter(incident -> isOf(incident, mark))
                        .findFirst();
        if (open.isEmpty()) {
            return firing.isEmpty() ? List.of() : List.of(open(group, firing, mark, now));
        }
        return firing.isEmpty()
                ? List.of(end(open.get(), known, mark, now))
                : follow(open.get(), firing, mark, now);
    }

    private static boolean isOf(Incident incident, String mark) {
        return incident.updates().stream().anyMatch(update -> update.id().startsWith(mark));
    }

    private IncidentCommand open(Alert.Group group, List<Alert> firing, String mark, Instant now) {
        Instant started =
                firing.stream().map(Alert::started).min(Comparator.naturalOrder()).orElse(now);
        Instant began = started.isAfter(now) ? now : started;
        return new IncidentCommand.Open(
                IncidentId.ofRequest(mark + started.toEpochMilli()),
                group.title(),
                Optional.empty(),
                author,
                began,
                say(
                        mark + "opened",
                        IncidentStatus.INVESTIGATING,
                        words(firing),
                        began,
                        now,
                        changes(Map.of(), meant(firing))),
                List.of());
    }

    private List<IncidentCommand> follow(
            Incident incident, List<Alert> firing, String mark, Instant now) {
        List<ComponentChange> changes = changes(incident.components(), meant(firing));
        String id = mark + "seen-" + now.toEpochMilli();
        return changes.isEmpty()
                ? List.of()
                : List.of(
                        new IncidentCommand.Say(
                                incident.id(),
                                say(id, incident.status(), words(firing), now, now, changes)));
    }

    /** What a person has taken over, that person ends. */
    private IncidentCommand end(Incident incident, List<Alert> known, String mark, Instant now) {
        Instant ended =
                known.stream()
                        .flatMap(alert -> alert.ended().stream())
                        .filter(end -> !end.isAfter(now) && !end.isBefore(incident.started()))
                        .max(Comparator.naturalOrder())
                        .orElse(now);
        String id = mark + "over-" + ended.toEpochMilli();
        List<ComponentChange> changes = changes(incident.components(), new TreeMap<>());
        boolean ours = incident.heading().owner().equals(author);
        String body = "All alerts are resolved.";
        return ours
                ? new IncidentCommand.Resolve(
                        incident.id(),
                        ended,
                        say(id, IncidentStatus.RESOLVED, body, now, now, changes))
                : new IncidentCommand.ProposeEnd(
                        incident.id(), ended, say(id, incident.status(), body, now, now, changes));
    }

    private SortedMap<ComponentId, ComponentStatus> meant(List<Alert> firing) {
        return door.meant(firing, Meaning.INCIDENT);
    }

    private static List<ComponentChange> changes(
            Map<ComponentId, ComponentStatus> said, Map<ComponentId, ComponentStatus> now) {
        List<ComponentChange> changes = new ArrayList<>();
        TreeMap<ComponentId, ComponentStatus> all = new TreeMap<>(said);
        all.putAll(now);
        for (ComponentId component : all.keySet()) {
            ComponentStatus before = said.getOrDefault(component, ComponentStatus.OPERATIONAL);
            ComponentStatus after = now.getOrDefault(component, ComponentStatus.OPERATIONAL);
            if (before != after) {
                changes.add(new ComponentChange(component, before, after));
            }
        }
        return changes;
    }

    private static String words(List<Alert> firing) {
        String sentences =
                firing.stream()
                        .map(Alert::summary)
                        .filter(summary -> !summary.isEmpty())
                        .distinct()
                        .limit(MOST_SENTENCES)
                        .collect(Collectors.joining("\n\n"));
        return sentences.isEmpty() ? "An alert fires." : sentences;
    }

    private IncidentUpdate say(
            String id,
            IncidentStatus status,
            String body,
            Instant at,
            Instant written,
            List<ComponentChange> changes) {
        return new IncidentUpdate(id, status, author, body, at, written, changes, true);
    }
}
