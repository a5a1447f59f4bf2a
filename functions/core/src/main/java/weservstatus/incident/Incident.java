package weservstatus.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import weservstatus.check.ComponentId;
import weservstatus.verdict.ComponentStatus;

/**
 * A period of trouble and what was said of it. One model for those that the monitor opens and those
 * that people open.
 *
 * @param entered when its first update was written, which may be long after it started; never
 *     changes
 * @param updates in the order in which they became true; never empty
 * @param evidence ids of what was kept of failed observations, newest last
 * @param acknowledged when somebody said that they are at it; stops reminders
 */
public record Incident(
        IncidentId id,
        Instant entered,
        Heading heading,
        Span span,
        List<IncidentUpdate> updates,
        List<String> evidence,
        Optional<Instant> acknowledged) {
    /** More evidence than this is not shown, and so not kept with the incident. */
    public static final int MOST_EVIDENCE = 20;

    private static final Comparator<IncidentUpdate> ORDER =
            Comparator.comparing(IncidentUpdate::at)
                    .thenComparing(IncidentUpdate::written)
                    .thenComparing(IncidentUpdate::id);

    /**
     * What it is called.
     *
     * @param title plain words
     * @param impact the worst that it was; people may say otherwise
     * @param owner who decides on title, words and end: the monitor until a person takes it over
     */
    public record Heading(String title, Impact impact, Author owner) {
        public Heading titled(String other) {
            return new Heading(other, impact, owner);
        }

        public Heading with(Impact other) {
            return new Heading(title, other, owner);
        }

        public Heading ownedBy(Author other) {
            return new Heading(title, impact, other);
        }
    }

    /**
     * When it was.
     *
     * @param started first bad observation, or the time that a person gave
     * @param ended first good observation after it, absent while it lasts
     * @param proposedEnd when the monitor found it over, while a person has not said so
     */
    public record Span(Instant started, Optional<Instant> ended, Optional<Instant> proposedEnd) {
        public Span {
            if (ended.filter(started::isAfter).isPresent()) {
                throw new IllegalArgumentException("an incident cannot end before it starts");
            }
        }

        static Span open(Instant started) {
            return new Span(started, Optional.empty(), Optional.empty());
        }

        static Span over(Instant started, Instant ended) {
            return new Span(
                    started,
                    Optional.of(ended.isBefore(started) ? started : ended),
                    Optional.empty());
        }

        Span proposing(Optional<Instant> end) {
            return new Span(started, ended, end);
        }
    }

    public Incident {
        updates = updates.stream().sorted(ORDER).toList();
        evidence = List.copyOf(evidence);
        if (updates.isEmpty()) {
            throw new IllegalArgumentException("an incident begins with an update");
        }
        if (updates.getLast().status().isOver() != span.ended().isPresent()) {
            throw new IllegalArgumentException("an incident is over exactly when it has an end");
        }
    }

    public String title() {
        return heading.title();
    }

    public Impact impact() {
        return heading.impact();
    }

    public Instant started() {
        return span.started();
    }

    public Optional<Instant> ended() {
        return span.ended();
    }

    public IncidentStatus status() {
        return updates.getLast().status();
    }

    public boolean isOpen() {
        return span.ended().isEmpty();
    }

    /** Whether a person has taken it over, or opened it. */
    public boolean isTakenOver() {
        return !heading.owner().isMachine();
    }

    /** When anything of it was last entered or reworded. */
    public Instant updated() {
        return updates.stream()
                .map(IncidentUpdate::written)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When it first went to {@code monitoring}. */
    public Optional<Instant> monitoringSince() {
        return updates.stream()
                .filter(update -> update.status() == IncidentStatus.MONITORING)
                .map(IncidentUpdate::at)
                .findFirst();
    }

    public Duration lasted(Instant now) {
        return Duration.between(started(), ended().orElse(now));
    }

    /** The last that was said of each component that was ever affected. */
    public SortedMap<ComponentId, ComponentStatus> components() {
        SortedMap<ComponentId, ComponentStatus> last = new TreeMap<>();
        for (IncidentUpdate update : updates) {
            update.changes().forEach(change -> last.put(change.component(), change.after()));
        }
        return last;
    }

    /** Those whose last word is not operational. */
    public Set<ComponentId> affected() {
        SortedMap<ComponentId, ComponentStatus> affected = components();
        affected.values().removeIf(status -> status == ComponentStatus.OPERATIONAL);
        return affected.keySet();
    }

    boolean has(String updateId) {
        return updates.stream().anyMatch(update -> update.id().equals(updateId));
    }

    /** With one more update; open or over as the last one says. */
    Incident with(IncidentUpdate update) {
        List<IncidentUpdate> more =
                Stream.concat(updates.stream(), Stream.of(update)).sorted(ORDER).toList();
        Impact impact = impact().orWorse(update.impact());
        return new Incident(
                id,
                entered,
                heading.with(impact),
                spanTo(more.getLast()),
                more,
                evidence,
                acknowledged);
    }

    private Span spanTo(IncidentUpdate last) {
        return last.status().isOver()
                ? Span.over(started(), ended().orElse(last.at()))
                : new Span(started(), Optional.empty(), span.proposedEnd());
    }

    /** With other updates of the same ids and times. */
    Incident withUpdates(List<IncidentUpdate> others) {
        return new Incident(id, entered, heading, span, others, evidence, acknowledged);
    }

    Incident with(Heading other) {
        return new Incident(id, entered, other, span, updates, evidence, acknowledged);
    }

    Incident with(Span other) {
        return new Incident(id, entered, heading, other, updates, evidence, acknowledged);
    }

    Incident withEvidence(List<String> more) {
        List<String> all = new ArrayList<>(evidence);
        more.stream().filter(one -> !all.contains(one)).forEach(all::add);
        List<String> newest = all.subList(Math.max(0, all.size() - MOST_EVIDENCE), all.size());
        return new Incident(id, entered, heading, span, updates, newest, acknowledged);
    }

    Incident acknowledgedAt(Instant moment) {
        Optional<Instant> first = Optional.of(acknowledged.orElse(moment));
        return new Incident(id, entered, heading, span, updates, evidence, first);
    }
}
