package weservstatus.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.check.ComponentId;
import weservstatus.incident.Calendar;
import weservstatus.incident.Incident;
import weservstatus.slo.ObjectiveResult;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.MonthReport.ComponentMonth;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.time.Interval;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.MonthItem;
import weservstatus.uptime.Rollup;
import weservstatus.uptime.Tally;

/** Writes a month from its days, by the rules that its frozen line was counted by. */
public final class MonthReports {
    private final StatusSnapshot snapshot;
    private final YearMonth month;
    private final Map<LocalDate, DayItem> days = new HashMap<>();
    private final Rollup whole;
    private final MonthItem item;

    /**
     * What was kept of a month.
     *
     * @param days the day items there are, in any order
     * @param frozen the month as it was written down for good
     * @param incidents those that may touch it
     * @param calendar all planned work
     */
    public record Kept(
            List<DayItem> days,
            Optional<History.Month> frozen,
            Collection<Incident> incidents,
            Calendar calendar) {}

    private MonthReports(StatusSnapshot snapshot, YearMonth month, Kept kept) {
        this.snapshot = snapshot;
        this.month = month;
        List<DayItem> own =
                kept.days().stream()
                        .filter(day -> YearMonth.from(day.date()).equals(month))
                        .toList();
        own.forEach(day -> days.put(day.date(), day));
        this.whole = own.stream().map(DayItem::rollup).reduce(Rollup.NONE, Rollup::plus);
        this.item =
                kept.frozen().map(History.Month::item).orElseGet(() -> MonthItem.of(month, own));
    }

    /**
     * The month as of the snapshot.
     *
     * @param snapshot tells the names and how far is counted
     */
    public static MonthReport of(StatusSnapshot snapshot, YearMonth month, Kept kept) {
        Interval interval = MonthItem.interval(month);
        Instant now = snapshot.generatedAt();
        MonthReports reports = new MonthReports(snapshot, month, kept);
        return new MonthReport(
                snapshot.page().name(),
                month,
                now.isBefore(interval.end()) ? now : interval.end(),
                kept.frozen().map(History.Month::sha256),
                reports.components(),
                reports.whole.speed().percentiles(),
                incidents(kept.incidents(), interval, now),
                kept.calendar().occurrences(interval).stream()
                        .map(occurrence -> Announcing.work(occurrence, now))
                        .toList());
    }

    private static List<IncidentState> incidents(
            Collection<Incident> incidents, Interval interval, Instant now) {
        return incidents.stream()
                .filter(incident -> touches(incident, interval, now))
                .map(Announcing::incident)
                .sorted(
                        Comparator.comparing(IncidentState::started)
                                .reversed()
                                .thenComparing(IncidentState::id))
                .toList();
    }

    /** One that began and ended in the same moment touches the month of that moment. */
    private static boolean touches(Incident incident, Interval interval, Instant now) {
        Instant end = incident.ended().orElse(now);
        return incident.started().isBefore(interval.end())
                && (end.isAfter(interval.start()) || interval.contains(incident.started()));
    }

    private List<ComponentMonth> components() {
        Map<ComponentId, ComponentMonth> shown = new LinkedHashMap<>();
        for (GroupState group : snapshot.groups()) {
            for (ComponentState state : group.components()) {
                ComponentId id = state.component().id();
                shown.put(id, component(id, state.component().name(), group.group().name()));
            }
        }
        Stream.concat(item.components().keySet().stream(), whole.components().keySet().stream())
                .forEach(
                        id -> shown.computeIfAbsent(id, gone -> component(gone, gone.value(), "")));
        return List.copyOf(shown.values());
    }

    private ComponentMonth component(ComponentId id, String name, String group) {
        return new ComponentMonth(
                id,
                name,
                group,
                item.components().getOrDefault(id, Tally.NONE),
                month.atDay(1)
                        .datesUntil(month.plusMonths(1).atDay(1))
                        .filter(date -> Interval.day(date).start().isBefore(snapshot.generatedAt()))
                        .map(date -> day(date, id))
                        .toList(),
                whole.of(id).latency().percentiles(),
                snapshot.components().stream()
                        .filter(state -> state.component().id().equals(id))
                        .flatMap(state -> state.objective().stream())
                        .map(state -> state.budget().objective())
                        .map(promised -> new ObjectiveResult(promised, whole.of(id).trials()))
                        .findFirst());
    }

    private Day day(LocalDate date, ComponentId id) {
        DayItem item = days.getOrDefault(date, new DayItem(date, Rollup.NONE));
        return new Day(
                date, item.rollup().of(id).tally(), Optional.ofNullable(item.revised().get(id)));
    }
}
