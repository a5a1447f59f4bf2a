package weservstatus.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weservstatus.check.ComponentId;
import weservstatus.time.Interval;

/** All planned work together: what is under way, what comes, and what time it excuses. */
public record Calendar(List<Maintenance> maintenances) {
    public static final Calendar EMPTY = new Calendar(List.of());

    public Calendar {
        maintenances = List.copyOf(maintenances);
    }

    /** Components under work at the moment. */
    public Set<ComponentId> maintained(Instant now) {
        return underWay(now)
                .flatMap(occurrence -> occurrence.maintenance().components().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Components whose work ended after {@code last} and not later than {@code now}. */
    public Set<ComponentId> justMaintained(Instant last, Instant now) {
        Set<ComponentId> still = maintained(now);
        return maintained(last).stream()
                .filter(component -> !still.contains(component))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Occurrences that touch the interval, by their start. */
    public List<Occurrence> occurrences(Interval range) {
        return maintenances.stream()
                .flatMap(maintenance -> maintenance.occurrences(range).stream())
                .sorted(
                        Comparator.comparing(Occurrence::start)
                                .thenComparing(occurrence -> occurrence.maintenance().id().value()))
                .toList();
    }

    /** The time of one component that the headline uptime leaves out, within the interval. */
    public List<Interval> excused(ComponentId component, Interval range) {
        return occurrences(range).stream()
                .filter(occurrence -> occurrence.maintenance().components().contains(component))
                .flatMap(occurrence -> occurrence.excused().stream())
                .flatMap(excused -> excused.intersect(range).stream())
                .toList();
    }

    private Stream<Occurrence> underWay(Instant now) {
        return occurrences(new Interval(now, now.plus(Duration.ofMillis(1)))).stream()
                .filter(occurrence -> occurrence.isUnderWay(now));
    }
}
