package weservstatus.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;

/**
 * What is said at one moment and what the next decision must know of it.
 *
 * @param outages open ones and those that ended a short time ago, component by component
 * @param changes of the outages since the last decision, oldest first
 */
public record Assessment(Verdict verdict, List<OutageRecord> outages, List<OutageChange> changes) {

    public Assessment {
        outages = List.copyOf(outages);
        changes = List.copyOf(changes);
    }

    /**
     * The same while announced work goes on: components under work read so, and changes of their
     * outages are no news.
     *
     * @param maintained components under announced work now
     */
    public Assessment under(Catalogue catalogue, Set<ComponentId> maintained) {
        return new Assessment(
                Maintained.of(catalogue, verdict, maintained),
                outages,
                changes.stream()
                        .filter(change -> !maintained.contains(change.outage().component()))
                        .toList());
    }

    /** The same with components that are what somebody says; outages stay what they are. */
    public Assessment overruled(Catalogue catalogue, List<ComponentOverride> said, Instant now) {
        return new Assessment(Overruled.of(catalogue, verdict, said, now), outages, changes);
    }
}
