package weservstatus.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import weservstatus.check.ComponentId;
import weservstatus.verdict.ComponentStatus;

/**
 * Turns what the judge found into incidents. Pure, and idempotent: it looks at what is true and at
 * what was said, and wants only what lacks.
 *
 * <p>Troubles that overlap are one incident, however many components they concern. The monitor adds
 * facts to an incident that a person has taken over, and proposes its end; words, title and end are
 * then the person's.
 */
public final class IncidentPolicy {
    private final Duration rejoinWithin;
    private final FactWords words = new FactWords();

    /**
     * @param rejoinWithin trouble that comes back so soon joins the incident that it seemed to have
     *     left
     */
    public IncidentPolicy(Duration rejoinWithin) {
        this.rejoinWithin = rejoinWithin;
    }

    /**
     * What should happen now.
     *
     * @param incidents those that are open and those that ended lately
     */
    public List<IncidentCommand> decide(List<Incident> incidents, VerdictChange change) {
        List<Trouble> lasting =
                change.troubles().stream()
                        .filter(Trouble::isOngoing)
                        .filter(trouble -> !change.maintained().contains(trouble.component()))
                        .sorted(
                                Comparator.comparing(Trouble::began)
                                        .thenComparing(Trouble::component))
                        .toList();
        Optional<Incident> current = current(incidents, lasting);
        if (current.isEmpty()) {
            return lasting.isEmpty() ? List.of() : List.of(open(lasting, change));
        }
        return lasting.isEmpty()
                ? end(current.get(), change)
                : follow(current.get(), lasting, change);
    }

    /** The open incident of the monitor's troubles, or the one that the newest trouble rejoins. */
    private Optional<Incident> current(List<Incident> incidents, List<Trouble> lasting) {
        Optional<Incident> open =
                incidents.stream()
                        .filter(Incident::isOpen)
                        .filter(incident -> speaksOf(incident, lasting))
                        .min(Comparator.comparing(Incident::started));
        return open.or(() -> rejoined(incidents, lasting));
    }

    /**
     * Whether the monitor speaks in this incident: it opened it, or a person named a component that
     * fails.
     */
    private static boolean speaksOf(Incident incident, List<Trouble> lasting) {
        return incident.updates().stream().anyMatch(update -> update.author().isMachine())
                || lasting.stream()
                        .anyMatch(trouble -> incident.affected().contains(trouble.component()));
    }

    private Optional<Incident> rejoined(List<Incident> incidents, List<Trouble> lasting) {
        return incidents.stream()
                .filter(incident -> !incident.isOpen())
                .filter(incident ->
                        lasting.stream().anyMatch(trouble -> rejoins(trouble, incident)))
                .max(Comparator.comparing(Incident::started));
    }

    private boolean rejoins(Trouble trouble, Incident incident) {
        Instant end = incident.ended().orElseThrow();
        return incident.components().containsKey(trouble.component())
                && trouble.began().isBefore(end.plus(rejoinWithin));
    }

    private IncidentCommand open(List<Trouble> lasting, VerdictChange change) {
        Trouble first = lasting.getFirst();
        List<ComponentChange> changes =
                lasting.stream()
                        .map(trouble -> worse(trouble, ComponentStatus.OPERATIONAL))
                        .toList();
        boolean left =
                lasting.stream()
                        .anyMatch(trouble -> change.justMaintained().contains(trouble.component()));
        String body = words.opened(lasting) + (left ? " " + FactWords.AFTER_WORK : "");
        return new IncidentCommand.Open(
                IncidentId.ofTrouble(first.component(), first.began()),
                words.title(lasting),
                Optional.empty(),
                Author.machine(),
                first.began(),
                say(
                        "opened-" + first.began().toEpochMilli(),
                        IncidentStatus.INVESTIGATING,
                        body,
                        first.began(),
                        change.at(),
                        changes),
                evidence(lasting));
    }

    private List<IncidentCommand> follow(
            Incident incident, List<Trouble> lasting, VerdictChange change) {
        List<IncidentCommand> commands = new ArrayList<>();
        List<ComponentChange> changes = changes(incident, lasting, change);
        String id = "seen-" + change.at().toEpochMilli();
        if (!incident.isOpen() || incident.span().proposedEnd().isPresent()) {
            commands.add(
                    new IncidentCommand.Reopen(
                            incident.id(),
                            say(
                                    id,
                                    reopenedAs(incident),
                                    words.back(lasting),
                                    change.at(),
                                    change.at(),
                                    changes)));
        } else if (!changes.isEmpty()) {
            commands.add(
                    new IncidentCommand.Say(
                            incident.id(),
                            say(
                                    id,
                                    incident.status(),
                                    words.changed(lasting, changes),
                                    change.at(),
                                    change.at(),
                                    changes)));
        }
        retitled(incident, lasting).ifPresent(commands::add);
        List<String> evidence = new ArrayList<>(evidence(lasting));
        evidence.removeAll(incident.evidence());
        if (!evidence.isEmpty()) {
            commands.add(new IncidentCommand.Show(incident.id(), evidence));
        }
        return commands;
    }

    private Optional<IncidentCommand> retitled(Incident incident, List<Trouble> lasting) {
        return words.grown(incident, lasting)
                .filter(title -> !incident.isTakenOver() && !title.equals(incident.title()))
                .map(title -> IncidentCommand.Edit.titled(incident.id(), title));
    }

    private static IncidentStatus reopenedAs(Incident incident) {
        return incident.isOpen() ? incident.status() : IncidentStatus.INVESTIGATING;
    }

    /** What differs between what was said of the components and what is true of them. */
    private static List<ComponentChange> changes(
            Incident incident, List<Trouble> lasting, VerdictChange change) {
        Map<ComponentId, ComponentStatus> said = incident.components();
        Map<ComponentId, Trouble> now =
                lasting.stream()
                        .collect(
                                Collectors.toMap(
                                        Trouble::component, Function.identity(), (a, b) -> b));
        List<ComponentChange> changes = new ArrayList<>();
        for (Trouble trouble :
                now.values().stream().sorted(Comparator.comparing(Trouble::component)).toList()) {
            ComponentStatus before =
                    said.getOrDefault(trouble.component(), ComponentStatus.OPERATIONAL);
            if (before != trouble.status()) {
                changes.add(worse(trouble, before));
            }
        }
        said.forEach((component, before) -> {
            boolean over = !now.containsKey(component) && !change.maintained().contains(component);
            if (over && before != ComponentStatus.OPERATIONAL && wasSeen(component, change)) {
                changes.add(new ComponentChange(component, before, ComponentStatus.OPERATIONAL));
            }
        });
        return changes;
    }

    /** Only what the judge saw end is over: a component that a person named may fail unseen. */
    private static boolean wasSeen(ComponentId component, VerdictChange change) {
        return change.troubles().stream()
                .anyMatch(trouble -> trouble.component().equals(component) && !trouble.isOngoing());
    }

    private static ComponentChange worse(Trouble trouble, ComponentStatus before) {
        return new ComponentChange(trouble.component(), before, trouble.status());
    }

    /** All troubles are over: the monitor ends what is its own and proposes the end of the rest. */
    private List<IncidentCommand> end(Incident incident, VerdictChange change) {
        Optional<Instant> end = lastEnd(incident, change);
        if (!incident.isOpen() || end.isEmpty() || incident.span().proposedEnd().isPresent()) {
            return List.of();
        }
        Instant ended = end.get();
        String id = "over-" + ended.toEpochMilli();
        List<ComponentChange> changes = changes(incident, List.of(), change);
        String body = words.over(incident.started(), ended);
        if (incident.isTakenOver()) {
            IncidentUpdate update =
                    say(id, incident.status(), body, change.at(), change.at(), changes);
            return List.of(new IncidentCommand.ProposeEnd(incident.id(), ended, update));
        }
        IncidentUpdate update =
                say(id, IncidentStatus.RESOLVED, body, change.at(), change.at(), changes);
        return List.of(new IncidentCommand.Resolve(incident.id(), ended, update));
    }

    /**
     * The end of the last trouble of its components; absent while one of them is held back. What is
     * no longer watched ends with that.
     */
    private static Optional<Instant> lastEnd(Incident incident, VerdictChange change) {
        List<Trouble> own =
                change.troubles().stream()
                        .filter(trouble -> incident.components().containsKey(trouble.component()))
                        .filter(trouble ->
                                trouble.ended()
                                        .filter(end -> end.isBefore(incident.started()))
                                        .isEmpty())
                        .toList();
        boolean held = own.stream().anyMatch(Trouble::isOngoing);
        return held
                ? Optional.empty()
                : own.stream()
                        .flatMap(trouble -> trouble.ended().stream())
                        .max(Comparator.naturalOrder())
                        .or(() -> Optional.of(change.at()));
    }

    private static List<String> evidence(List<Trouble> troubles) {
        return troubles.stream()
                .flatMap(trouble -> trouble.facts().evidence().stream())
                .distinct()
                .toList();
    }

    private static IncidentUpdate say(
            String id,
            IncidentStatus status,
            String body,
            Instant at,
            Instant written,
            List<ComponentChange> changes) {
        return new IncidentUpdate(
                id, status, Author.machine(), body, at, written, changes, !body.isEmpty());
    }
}
