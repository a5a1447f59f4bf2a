package weservstatus.verdict;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import weservstatus.check.CheckId;

/**
 * What a decision must know beside the rounds.
 *
 * @param memory what the last decision left
 * @param budgets whether a component's errors spend its budget too fast
 * @param usual how long each check took in the same hours of earlier weeks, by the start of the
 *     hour; nothing of the last day, which the rounds tell themselves
 */
public record Background(
        OutageMemory memory,
        Alarm budgets,
        Map<CheckId, SortedMap<Instant, LatencyBaseline>> usual) {

    /** For the very first decision, where nothing is promised. */
    public static final Background NONE = new Background(OutageMemory.NONE, Alarm.NONE, Map.of());

    public Background {
        usual = Map.copyOf(usual);
    }
}
