package weservstatus.notify;

import java.time.Instant;
import java.util.List;
import weservstatus.check.ComponentId;
import weservstatus.verdict.ComponentStatus;

/**
 * What is to be told, as it is written down together with the change that it tells. It becomes a
 * {@link Message} when it is sent.
 *
 * @param parts components that it concerns, by id
 * @param evidence ids of what was kept of failed observations, newest last
 * @param byMonitor whether the monitor says so, as against a person
 * @param at when it was written
 */
public record Notice(
        MessageId id,
        Event event,
        About about,
        Message.Heading heading,
        List<Part> parts,
        Message.Facts facts,
        List<String> evidence,
        boolean byMonitor,
        Instant at) {
    public Notice {
        parts = List.copyOf(parts);
        evidence = List.copyOf(evidence);
    }

    /** One component, as it is after what is told. */
    public record Part(ComponentId id, ComponentStatus status) {}

    /** What the monitor says of an incident; words of people are never an alert. */
    boolean isAlert() {
        return byMonitor && about instanceof About.OfIncident;
    }

    public List<ComponentId> components() {
        return parts.stream().map(Part::id).toList();
    }
}
