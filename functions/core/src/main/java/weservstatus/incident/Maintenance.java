package weservstatus.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import weservstatus.check.ComponentId;
import weservstatus.time.Interval;

/**
 * Work that is announced before it starts. It starts and ends by itself; with {@code untilFinished}
 * it overruns its planned end until somebody calls it finished.
 *
 * @param body Markdown
 * @param components that may fail meanwhile; empty means none
 * @param announced when it was first published; what lies before does not count as announced
 * @param reminders how long before each start subscribers hear of it again
 * @param untilFinished whether only a person ends it
 * @param amendments at most one for each occurrence
 * @param updates what people said while it ran
 * @param cancelled when all of it was called off; occurrences that start later do not take place
 */
public record Maintenance(
        MaintenanceId id,
        String title,
        String body,
        Set<ComponentId> components,
        Timetable timetable,
        Instant announced,
        List<Duration> reminders,
        boolean untilFinished,
        List<Amendment> amendments,
        List<MaintenanceUpdate> updates,
        Optional<Instant> cancelled) {
    public Maintenance {
        components = Set.copyOf(components);
        reminders = List.copyOf(reminders);
        amendments = List.copyOf(amendments);
        updates = updates.stream().sorted(Comparator.comparing(MaintenanceUpdate::at)).toList();
    }

    /** Work that is published for the first time. */
    public static Maintenance announced(MaintenanceId id, MaintenancePlan plan, Instant now) {
        return new Maintenance(
                id,
                plan.title(),
                plan.body(),
                plan.components(),
                plan.timetable(),
                now,
                plan.reminders(),
                plan.untilFinished(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** What people planned, as it stands. */
    public MaintenancePlan plan() {
        return new MaintenancePlan(title, body, components, timetable, reminders, untilFinished);
    }

    /** The same work, planned otherwise; what was said and done stays. */
    public Maintenance planned(MaintenancePlan other) {
        return new Maintenance(
                id,
                other.title(),
                other.body(),
                other.components(),
                other.timetable(),
                announced,
                other.reminders(),
                other.untilFinished(),
                amendments,
                updates,
                cancelled);
    }

    /** The occurrences that touch the interval, in order; also cancelled ones. */
    public List<Occurrence> occurrences(Interval range) {
        // One that was extended touches times that its planned window does not.
        Interval wider = new Interval(range.start().minus(longestOverrun()), range.end());
        return timetable.within(wider).stream()
                .map(this::occurrence)
                .filter(occurrence -> occurrence.touches(range))
                .toList();
    }

    private Duration longestOverrun() {
        return untilFinished ? Occurrence.LONGEST_OVERRUN : Occurrence.LONGEST_EXTENSION;
    }

    private Occurrence occurrence(Interval planned) {
        Amendment amendment =
                amendments.stream()
                        .filter(other -> other.planned().equals(planned.start()))
                        .findFirst()
                        .orElse(Amendment.none(planned.start()));
        Optional<Instant> off =
                amendment
                        .cancelled()
                        .or(() -> cancelled.filter(at -> at.isBefore(planned.start())));
        return new Occurrence(this, planned, amendment, off);
    }

    /** The occurrence that is planned to start just then, if there is one. */
    public Optional<Occurrence> occurrence(Instant planned) {
        return timetable.within(new Interval(planned, planned.plusMillis(1))).stream()
                .filter(window -> window.start().equals(planned))
                .map(this::occurrence)
                .findFirst();
    }

    /** With this amendment in place of the one of the same occurrence. */
    public Maintenance amended(Amendment amendment) {
        List<Amendment> others = new ArrayList<>(amendments);
        others.removeIf(other -> other.planned().equals(amendment.planned()));
        others.add(amendment);
        return with(others, updates, cancelled);
    }

    /** With one more update; does nothing when one of that id is there. */
    public Maintenance with(MaintenanceUpdate update) {
        boolean known = updates.stream().anyMatch(other -> other.id().equals(update.id()));
        return known
                ? this
                : with(
                        amendments,
                        Stream.concat(updates.stream(), Stream.of(update)).toList(),
                        cancelled);
    }

    /** Called off: what starts later does not take place. */
    public Maintenance cancelledAt(Instant now) {
        return with(amendments, updates, Optional.of(cancelled.orElse(now)));
    }

    private Maintenance with(
            List<Amendment> amended, List<MaintenanceUpdate> said, Optional<Instant> off) {
        return new Maintenance(
                id,
                title,
                body,
                components,
                timetable,
                announced,
                reminders,
                untilFinished,
                amended,
                said,
                off);
    }
}
