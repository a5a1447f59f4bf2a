package weservstatus.status;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.incident.Impact;
import weservstatus.slo.ObjectiveResult;
import weservstatus.status.Announcements.IncidentState;
import weservstatus.status.Announcements.WorkState;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.time.Interval;
import weservstatus.uptime.MonthItem;
import weservstatus.uptime.Percentiles;
import weservstatus.uptime.Revision;
import weservstatus.uptime.Tally;

/**
 * One calendar month in UTC.
 *
 * @param page its name
 * @param asOf how far it is counted: its end, or now while it lasts
 * @param sha256 digest of the line by which it was frozen; absent before that
 * @param components those of the page in its order, then those that it does not have any more
 * @param speed latency of new pictures
 * @param incidents that touch it, newest start first
 * @param works planned work that touches it, by its start
 */
public record MonthReport(
        String page,
        YearMonth month,
        Instant asOf,
        Optional<String> sha256,
        List<ComponentMonth> components,
        Percentiles speed,
        List<IncidentState> incidents,
        List<WorkState> works) {
    private static final int MOST_OUTAGES = 10;

    public MonthReport {
        components = List.copyOf(components);
        incidents = List.copyOf(incidents);
        works = List.copyOf(works);
    }

    /**
     * One component in it.
     *
     * @param name its id where the page does not have it any more
     * @param group name, empty where the page does not have it any more
     * @param days of the month up to today, oldest first
     * @param latency of good, warm answers
     * @param objective what became of its objective, absent where it has none
     */
    public record ComponentMonth(
            ComponentId id,
            String name,
            String group,
            Tally tally,
            List<Day> days,
            Percentiles latency,
            Optional<ObjectiveResult> objective) {
        public ComponentMonth {
            days = List.copyOf(days);
        }

        /** That the figure of the whole changed with those of its days, as far as it did. */
        public Optional<Revision> revised() {
            Tally before =
                    days.stream()
                            .map(day -> day.revised().map(Revision::before).orElse(day.tally()))
                            .reduce(Tally.NONE, Tally::plus);
            Tally now = days.stream().map(Day::tally).reduce(Tally.NONE, Tally::plus);
            return days.stream()
                    .flatMap(day -> day.revised().stream())
                    .map(Revision::at)
                    .max(Comparator.naturalOrder())
                    .filter(at -> Revisions.differ(before, now))
                    .map(at -> new Revision(before, at));
        }
    }

    /**
     * An incident that hurt.
     *
     * @param within the time that it took of the month
     */
    public record Outage(IncidentState incident, Duration within) {}

    public Interval interval() {
        return MonthItem.interval(month);
    }

    /** Whether the month goes on. */
    public boolean isOpen() {
        return asOf.isBefore(interval().end());
    }

    /** The worst first: the more serious, then the longer ones; at most ten. */
    public List<Outage> outages() {
        return incidents.stream()
                .filter(incident -> incident.impact() != Impact.NONE)
                .map(incident -> new Outage(incident, within(incident)))
                .sorted(
                        Comparator.comparing((Outage outage) -> outage.incident().impact())
                                .thenComparing(Outage::within)
                                .reversed())
                .limit(MOST_OUTAGES)
                .toList();
    }

    private Duration within(IncidentState incident) {
        Instant end = incident.ended().filter(asOf::isAfter).orElse(asOf);
        return incident.started().isBefore(end)
                ? new Interval(incident.started(), end)
                        .intersect(interval())
                        .map(Interval::length)
                        .orElse(Duration.ZERO)
                : Duration.ZERO;
    }
}
