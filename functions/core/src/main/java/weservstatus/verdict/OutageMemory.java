package weservstatus.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;

/**
 * What the last decision leaves to the next one.
 *
 * @param reviewed when the last one was made; absent before the first
 * @param whole what the page said then; absent before the first
 * @param outages open ones and those that ended a short time ago
 */
public record OutageMemory(
        Optional<Instant> reviewed, Optional<ComponentStatus> whole, List<OutageRecord> outages) {

    /** Before the first decision. */
    public static final OutageMemory NONE =
            new OutageMemory(Optional.empty(), Optional.empty(), List.of());

    public OutageMemory {
        outages = List.copyOf(outages);
    }

    /** Those that were open of components that have no active check any more: over by now. */
    List<OutageRecord> unwatched(List<Course> watched, Instant now) {
        return outages.stream()
                .filter(OutageRecord::lasts)
                .filter(outage ->
                        watched.stream().noneMatch(c -> c.component().equals(outage.component())))
                .map(outage -> outage.unwatched(now))
                .toList();
    }

    List<OutageRecord> of(ComponentId component) {
        return outages.stream().filter(outage -> outage.component().equals(component)).toList();
    }
}
