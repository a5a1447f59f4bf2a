package weservstatus.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import weservstatus.check.ComponentId;
import weservstatus.slo.ObjectiveState;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.HourItem;

/**
 * What a snapshot needs beside the verdict.
 *
 * @param since when each component's present status began, as the review remembers it; where it is
 *     silent, the verdict's own word counts
 * @param days what there is of the last 90 UTC days and today, in any order
 * @param lastDay what there is of the last 24 whole or begun hours, in any order
 * @param objectives how each objective stands
 */
public record Past(
        Map<ComponentId, Instant> since,
        List<DayItem> days,
        List<HourItem> lastDay,
        Map<ComponentId, ObjectiveState> objectives) {

    public Past {
        since = Map.copyOf(since);
        days = List.copyOf(days);
        lastDay = List.copyOf(lastDay);
        objectives = Map.copyOf(objectives);
    }
}
