package weservstatus.usecase;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.ComponentId;
import weservstatus.incident.MaintenancePlan;
import weservstatus.incident.Timetable;

/**
 * What somebody wants to be different about planned work; absent fields stay.
 *
 * @param cancelled whether all that has not begun is called off
 */
public record WorkEdit(
        Optional<String> title,
        Optional<String> body,
        Optional<Set<ComponentId>> components,
        Optional<Timetable> timetable,
        Optional<List<Duration>> reminders,
        Optional<Boolean> untilFinished,
        boolean cancelled) {
    MaintenancePlan of(MaintenancePlan before) {
        return new MaintenancePlan(
                title.orElse(before.title()),
                body.orElse(before.body()),
                components.orElse(before.components()),
                timetable.orElse(before.timetable()),
                reminders.orElse(before.reminders()),
                untilFinished.orElse(before.untilFinished()));
    }
}
