package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weservstatus.check.Catalogue;

/**
 * Counts what one component's checks saw. Each time anew from the rounds themselves, so that
 * neither their order nor a repeat, a late one or a restart can change what is found.
 */
final class Changes {

    /** How long a sum remembers, and how far back what is usual is looked for. */
    static final Duration WINDOW = Duration.ofDays(1);

    private final Catalogue catalogue;
    private final Course course;
    private final Background known;

    /**
     * @param course with the checks' histories of at least a day
     */
    Changes(Catalogue catalogue, Course course, Background known) {
        this.catalogue = catalogue;
        this.course = course;
        this.known = known;
    }

    /** The alarms that hold at the end of the histories, failing answers first. */
    List<Change> all() {
        Stream<Change> errors =
                ErrorPool.decide(catalogue, course.checks()).entrySet().stream()
                        .flatMap(pool -> errors(pool.getKey(), pool.getValue().cusum()).stream());
        Stream<Change> lateness =
                course.checks().stream().flatMap(check -> lateness(check).stream());
        return Stream.of(errors, burning().stream(), lateness).flatMap(one -> one).toList();
    }

    private Optional<Change> burning() {
        List<Sighting> seen =
                course.checks().stream()
                        .flatMap(check -> check.untold().stream())
                        .filter(Sighting::isJudged)
                        .sorted(Sighting.BY_TIME)
                        .toList();
        List<Trial> trials = seen.stream().flatMap(one -> Trial.of(one).stream()).toList();
        return known.budgets()
                .of(course.component(), trials)
                .flatMap(alarm ->
                        last(seen.stream().filter(Sighting::isBad))
                                .map(bad ->
                                        new Change.Burning(
                                                alarm.since(), alarm.rate(), bad.observation())));
    }

    private static Optional<Sighting> last(Stream<Sighting> sightings) {
        return sightings.reduce((before, after) -> after);
    }

    private Optional<Change> errors(ErrorPool pool, Cusum cusum) {
        return began(cusum)
                .flatMap(since -> {
                    List<Sighting> trials =
                            course.checks().stream()
                                    .filter(check -> ErrorPool.of(check.check()).equals(pool))
                                    .flatMap(check -> check.outsideOutages().stream())
                                    .filter(seen -> seen.isJudged() && !seen.at().isBefore(since))
                                    .sorted(Sighting.BY_TIME)
                                    .toList();
                    List<Sighting> bad = trials.stream().filter(Sighting::isBad).toList();
                    double ratio = (double) bad.size() / trials.size();
                    return last(bad.stream())
                            .map(last ->
                                    new Change.Errors(
                                            since, pool.path(), ratio, last.observation()));
                });
    }

    private Optional<Change> lateness(CheckHistory check) {
        List<Timing> timings = check.timings();
        SortedMap<Instant, LatencyBaseline> hours = hours(timings);
        hours.putAll(known.usual().getOrDefault(check.check().id(), new TreeMap<>()));
        Map<Instant, Optional<LatencyBaseline>> usual = new HashMap<>();
        Cusum cusum =
                LatencyCusum.of(
                                timings,
                                at ->
                                        usual.computeIfAbsent(
                                                hour(at), hour -> LatencyBaseline.at(hour, hours)))
                        .cusum();
        return began(cusum)
                .flatMap(since ->
                        LatencyBaseline.at(since, hours)
                                .map(before -> before.factor(after(since, timings)))
                                .map(factor ->
                                        new Change.Lateness(since, check.check().id(), factor)));
    }

    private static SortedMap<Instant, LatencyBaseline> hours(List<Timing> timings) {
        Map<Instant, List<Timing>> byHour =
                timings.stream().collect(Collectors.groupingBy(timing -> hour(timing.at())));
        SortedMap<Instant, LatencyBaseline> hours = new TreeMap<>();
        byHour.forEach((hour, of) -> LatencyBaseline.of(of).ifPresent(one -> hours.put(hour, one)));
        return hours;
    }

    private static List<Timing> after(Instant since, List<Timing> timings) {
        List<Timing> after = new ArrayList<>(timings);
        after.removeIf(timing -> timing.at().isBefore(since));
        return after;
    }

    /** Absent unless the alarm holds. */
    private static Optional<Instant> began(Cusum cusum) {
        return cusum.alarmed() ? cusum.onset() : Optional.empty();
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
