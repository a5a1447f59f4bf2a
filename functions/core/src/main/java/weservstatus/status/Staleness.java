package weservstatus.status;

import static weservstatus.verdict.ComponentStatus.UNKNOWN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.status.StatusSnapshot.CheckCounts;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.status.StatusSnapshot.Place;
import weservstatus.status.StatusSnapshot.PlaceState;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Headline;

/**
 * What a snapshot says once its data are too old. When the review itself dies nobody writes a new
 * snapshot, so whoever serves the last one has to stop calling it fresh.
 */
public final class Staleness {
    private Staleness() {}

    /** The moment after which the snapshot's data are too old; absent before any data. */
    public static Optional<Instant> begins(StatusSnapshot snapshot) {
        return snapshot.dataThrough().map(through -> through.plus(snapshot.staleAfter()));
    }

    /** Whether the data are older at {@code now} than readers may believe. */
    public static boolean isStale(StatusSnapshot snapshot, Instant now) {
        return begins(snapshot).filter(now::isAfter).isPresent();
    }

    /**
     * The same snapshot with everything of now unknown and the past untouched. What was unknown
     * before keeps its start; the rest is unknown since the data became too old.
     */
    public static StatusSnapshot unseen(StatusSnapshot snapshot) {
        Optional<Instant> from = begins(snapshot);
        return new StatusSnapshot(
                snapshot.page(),
                snapshot.generatedAt(),
                snapshot.dataThrough(),
                snapshot.round(),
                snapshot.staleAfter(),
                UNKNOWN,
                Headline.CANNOT_SEE,
                since(snapshot.status(), snapshot.since(), from),
                unseen(snapshot.checks()),
                snapshot.places().stream().map(Staleness::unseen).toList(),
                snapshot.groups().stream().map(group -> unseen(group, from)).toList(),
                snapshot.speed(),
                snapshot.announcements(),
                snapshot.asked().unseen());
    }

    private static CheckCounts unseen(CheckCounts checks) {
        return new CheckCounts(checks.active(), 0, 0, 0, 0, checks.active(), checks.off());
    }

    private static Place unseen(Place place) {
        return new Place(place.id(), place.name(), PlaceState.SILENT, place.lastRound());
    }

    private static GroupState unseen(GroupState group, Optional<Instant> from) {
        return new GroupState(
                group.group(),
                UNKNOWN,
                group.components().stream().map(component -> unseen(component, from)).toList());
    }

    private static ComponentState unseen(ComponentState state, Optional<Instant> from) {
        return new ComponentState(
                state.component(),
                UNKNOWN,
                since(state.status(), state.since(), from),
                StatusSnapshot.Course.NONE,
                List.of(),
                state.totals(),
                state.days(),
                state.firstDay(),
                state.speed(),
                state.objective());
    }

    private static Optional<Instant> since(
            ComponentStatus status, Optional<Instant> since, Optional<Instant> from) {
        return status == UNKNOWN ? since : from;
    }
}
