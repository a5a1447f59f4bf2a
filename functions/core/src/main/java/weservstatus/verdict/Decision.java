package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.Component;
import weservstatus.check.LocationId;
import weservstatus.observe.Observation;
import weservstatus.time.Interval;

/** One verdict in the making: from sightings to checks, components, groups and the page. */
final class Decision {

    private final Catalogue catalogue;
    private final Sightings sightings;
    private final Background known;
    private final Instant now;
    private final Interval window;

    /** Of what was seen until {@code now}. */
    Decision(Catalogue catalogue, Sightings sightings, Background known, Instant now) {
        this.catalogue = catalogue;
        this.sightings = sightings;
        this.known = known;
        this.now = now;
        this.window = Verdicts.windowUpTo(now, Verdicts.memory(catalogue));
    }

    /** What is seen now, whatever was before. */
    Verdict verdict(LocationRule places) {
        return new Overview(catalogue, places.locations())
                .of(courses().stream().map(this::component).toList(), places.dataThrough());
    }

    /** What is said now: an outage that is not over yet is still said to be one. */
    Assessment assess(LocationRule places) {
        OutageMemory before = known.memory();
        List<Course> courses = courses();
        List<OutageRecord> outages = new ArrayList<>(before.unwatched(courses, now));
        for (Course course : courses) {
            outages.addAll(OutageRule.decide(course, catalogue.pace(), before, now));
        }
        Overview overview = new Overview(catalogue, places.locations());
        Verdict seen =
                overview.of(courses.stream().map(this::counted).toList(), places.dataThrough());
        return new Assessment(
                overview.holding(seen, outages, before.whole()),
                outages,
                OutageChange.between(before.outages(), outages, now));
    }

    private List<Course> courses() {
        List<Course> courses = new ArrayList<>();
        for (Component component : catalogue.components()) {
            List<CheckHistory> checks =
                    catalogue.checksOf(component.id()).stream()
                            .map(check -> CheckHistory.of(catalogue, check, sightings, window))
                            .toList();
            if (!checks.isEmpty()) {
                courses.add(new Course(component.id(), checks, ComponentLine.of(checks, window)));
            }
        }
        return courses;
    }

    private ComponentVerdict component(Course course) {
        Piece<ComponentStatus> last = course.line().getLast();
        return new ComponentVerdict(
                course.component(),
                last.value(),
                since(last, last.value() == ComponentStatus.UNKNOWN),
                course.checks().stream().map(this::check).toList(),
                List.of(),
                Optional.empty());
    }

    private ComponentVerdict counted(Course course) {
        return component(course).changed(new Changes(catalogue, course, known).all());
    }

    CheckVerdict check(CheckHistory history) {
        Piece<CheckState> last = history.states().getLast();
        return new CheckVerdict(
                history.check().id(),
                last.value(),
                since(last, last.value() == CheckState.UNKNOWN),
                trouble(last.value(), history),
                badAt(history));
    }

    /** Where the newest fresh answer that says anything is bad. */
    private List<LocationId> badAt(CheckHistory history) {
        Duration fresh = Terms.of(catalogue, history.check()).fresh();
        Set<LocationId> heard = new HashSet<>();
        return history.sightings().reversed().stream()
                .filter(sighting -> now.isBefore(sighting.at().plus(fresh)))
                .filter(sighting -> sighting.isJudged() && heard.add(sighting.location()))
                .filter(Sighting::isBad)
                .map(Sighting::location)
                .sorted()
                .toList();
    }

    private Optional<Instant> since(Piece<?> last, boolean unknown) {
        boolean never = unknown && last.from().equals(window.start());
        return never ? Optional.empty() : Optional.of(last.from());
    }

    private Optional<Observation> trouble(CheckState state, CheckHistory history) {
        Duration fresh = Terms.of(catalogue, history.check()).fresh();
        return history.sightings().reversed().stream()
                .filter(sighting -> now.isBefore(sighting.at().plus(fresh)))
                .filter(sighting -> explains(state, sighting))
                .findFirst()
                .map(Sighting::observation);
    }

    private static boolean explains(CheckState state, Sighting sighting) {
        return switch (state) {
            case GOOD -> false;
            case SLOW -> sighting.isSlow();
            case SUSPECT, PARTIAL, FAILING -> sighting.isBad();
            case UNKNOWN -> sighting.observation().failure().isPresent();
        };
    }
}
