package weservstatus.document;

import static weservstatus.verdict.ComponentStatus.UNKNOWN;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weservstatus.incident.Impact;
import weservstatus.incident.IncidentStatus;
import weservstatus.status.Announcements.AffectedState;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.Announcements.UpdateState;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.text.ShortId;

/**
 * The incident that stands for what Statuspage cannot say: the monitor is blind. Nothing in it but
 * the list of components changes while it lasts.
 */
final class StatuspageBlindness {
    private static final String NAME = "The monitor is blind";
    private static final String BODY =
            "There is no fresh data about the components listed here, so nobody can say whether"
                    + " they work. They read \"degraded performance\" only because this interface"
                    + " has no word for unknown. It says nothing about the service itself.";

    private StatuspageBlindness() {}

    /** Present as long as the page or any component is unknown. */
    static Optional<IncidentState> of(StatusSnapshot snapshot) {
        List<AffectedState> unknown =
                snapshot.components().stream()
                        .filter(component -> component.status() == UNKNOWN)
                        .map(state -> new AffectedState(state.component().id(), UNKNOWN))
                        .toList();
        if (unknown.isEmpty() && snapshot.status() != UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(since(start(snapshot), unknown));
    }

    private static IncidentState since(Instant start, List<AffectedState> unknown) {
        return new IncidentState(
                id(start),
                NAME,
                IncidentStatus.INVESTIGATING,
                Impact.NONE,
                false,
                start,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                start,
                start,
                List.of(update(start)),
                unknown,
                List.of());
    }

    private static UpdateState update(Instant start) {
        return new UpdateState(
                "blind", IncidentStatus.INVESTIGATING, true, BODY, start, start, List.of(), false);
    }

    static boolean is(IncidentState incident) {
        return incident.id().equals(id(incident.started()));
    }

    private static String id(Instant start) {
        return ShortId.of("blind", start.toString());
    }

    private static Instant start(StatusSnapshot snapshot) {
        return snapshot.components().stream()
                .filter(component -> component.status() == UNKNOWN)
                .map(ComponentState::since)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .or(() -> snapshot.since().filter(since -> snapshot.status() == UNKNOWN))
                .or(snapshot::dataThrough)
                .orElse(Instant.EPOCH);
    }
}
