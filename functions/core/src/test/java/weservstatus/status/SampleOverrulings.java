package weservstatus.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Course;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Overruling;

/** Snapshots in which somebody speaks for the first component of the page. */
public final class SampleOverrulings {
    private SampleOverrulings() {}

    /** The snapshot with its first component, and so the whole, being what is said. */
    public static StatusSnapshot of(
            StatusSnapshot seen, ComponentStatus status, Overruling overruling) {
        List<GroupState> groups = new ArrayList<>(seen.groups());
        GroupState first = groups.getFirst();
        List<ComponentState> components = new ArrayList<>(first.components());
        components.set(0, overruled(components.getFirst(), status, overruling));
        groups.set(0, new GroupState(first.group(), status, components));
        return new StatusSnapshot(
                seen.page(),
                seen.generatedAt(),
                seen.dataThrough(),
                seen.round(),
                seen.staleAfter(),
                status,
                seen.headline(),
                Optional.of(overruling.since()),
                seen.checks(),
                seen.places(),
                groups,
                seen.speed(),
                seen.announcements(),
                seen.asked());
    }

    private static ComponentState overruled(
            ComponentState seen, ComponentStatus status, Overruling overruling) {
        return new ComponentState(
                seen.component(),
                status,
                Optional.of(overruling.since()),
                Course.NONE,
                seen.problems(),
                seen.totals(),
                seen.days(),
                seen.firstDay(),
                seen.speed(),
                seen.objective(),
                Optional.of(overruling));
    }
}
