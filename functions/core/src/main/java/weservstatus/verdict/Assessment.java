package weservstatus.verdict;

import java.util.List;

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
}
