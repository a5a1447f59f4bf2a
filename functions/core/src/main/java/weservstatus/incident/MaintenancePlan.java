package weservstatus.incident;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import weservstatus.check.ComponentId;

/**
 * What people plan.
 *
 * @param body Markdown
 * @param components that may fail meanwhile; empty means none
 * @param reminders how long before each start subscribers hear of it again
 * @param untilFinished whether only a person ends it
 */
public record MaintenancePlan(
        String title,
        String body,
        Set<ComponentId> components,
        Timetable timetable,
        List<Duration> reminders,
        boolean untilFinished) {
    public MaintenancePlan {
        components = Set.copyOf(components);
        reminders = List.copyOf(reminders);
    }
}
