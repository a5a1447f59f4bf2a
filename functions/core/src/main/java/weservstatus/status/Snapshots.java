package weservstatus.status;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.check.Catalogue;
import weservstatus.check.Component;
import weservstatus.check.Group;
import weservstatus.check.Location;
import weservstatus.status.StatusSnapshot.CheckCounts;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Course;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.status.StatusSnapshot.Place;
import weservstatus.status.StatusSnapshot.PlaceState;
import weservstatus.verdict.CheckState;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.ComponentVerdict;
import weservstatus.verdict.GroupVerdict;
import weservstatus.verdict.LocationState;
import weservstatus.verdict.LocationVerdict;
import weservstatus.verdict.OutageRecord;
import weservstatus.verdict.Verdict;

/** Writes the snapshot from what was decided and counted. */
public final class Snapshots {

    private final Catalogue catalogue;
    private final Verdict verdict;
    private final Past past;
    private final Days days;
    private final Hours hours;
    private final Speeds speeds;

    private Snapshots(Catalogue catalogue, Verdict verdict, Past past, Instant now) {
        this.catalogue = catalogue;
        this.verdict = verdict;
        this.past = past;
        this.days = new Days(past.days(), now);
        this.hours = new Hours(past.lastDay(), now);
        this.speeds = new Speeds(hours);
    }

    public static StatusSnapshot of(Catalogue catalogue, Verdict verdict, Past past, Instant now) {
        Snapshots snapshots = new Snapshots(catalogue, verdict, past, now);
        return new StatusSnapshot(
                catalogue.page(),
                now,
                verdict.dataThrough(),
                catalogue.pace().round(),
                catalogue.pace().staleAfter(),
                verdict.status(),
                verdict.headline(),
                snapshots.since(),
                snapshots.counts(),
                catalogue.locations().stream().map(snapshots::place).toList(),
                verdict.groups().stream().map(snapshots::group).toList(),
                snapshots.speeds.ofPage(),
                Announcements.NONE);
    }

    /**
     * The whole is well since its last component is, and not well since the first of those that
     * make it so.
     */
    private Optional<Instant> since() {
        ComponentStatus status = verdict.status();
        Stream<Optional<Instant>> begun =
                verdict.components().stream()
                        .filter(component -> explains(component.status(), status))
                        .map(this::since);
        List<Instant> known = begun.flatMap(Optional::stream).toList();
        return status == ComponentStatus.OPERATIONAL
                ? known.stream().max(Comparator.naturalOrder())
                : known.stream().min(Comparator.naturalOrder());
    }

    private static boolean explains(ComponentStatus component, ComponentStatus whole) {
        return switch (whole) {
            case PARTIAL_OUTAGE -> component.compareTo(ComponentStatus.PARTIAL_OUTAGE) >= 0;
            case OPERATIONAL, UNDER_MAINTENANCE, UNKNOWN, DEGRADED_PERFORMANCE, MAJOR_OUTAGE ->
                    component == whole;
        };
    }

    private Optional<Instant> since(ComponentVerdict component) {
        return Optional.ofNullable(past.since().get(component.component())).or(component::since);
    }

    private CheckCounts counts() {
        return new CheckCounts(
                verdict.checks().size(),
                count(CheckState.GOOD),
                count(CheckState.SLOW),
                count(CheckState.SUSPECT),
                count(CheckState.FAILING) + count(CheckState.PARTIAL),
                count(CheckState.UNKNOWN),
                catalogue.off().size());
    }

    private int count(CheckState state) {
        return (int) verdict.checks().stream().filter(check -> check.state() == state).count();
    }

    private Place place(Location location) {
        LocationVerdict found =
                verdict.locations().stream()
                        .filter(place -> place.location().equals(location.id()))
                        .findFirst()
                        .orElseThrow();
        return new Place(
                location.id(), location.name(), placeState(found.state()), found.lastRound());
    }

    private static PlaceState placeState(LocationState state) {
        return switch (state) {
            case REPORTING -> PlaceState.REPORTING;
            case BLIND -> PlaceState.BLIND;
            case SILENT -> PlaceState.SILENT;
        };
    }

    private GroupState group(GroupVerdict verdictOfGroup) {
        Group group =
                catalogue.groups().stream()
                        .filter(candidate -> candidate.id().equals(verdictOfGroup.group()))
                        .findFirst()
                        .orElseThrow();
        return new GroupState(
                group,
                verdictOfGroup.status(),
                catalogue.components().stream()
                        .filter(component -> component.group().equals(group.id()))
                        .flatMap(component -> component(component).stream())
                        .toList());
    }

    private Optional<ComponentState> component(Component component) {
        return verdict.find(component.id()).map(found -> component(component, found));
    }

    private ComponentState component(Component component, ComponentVerdict found) {
        List<Day> daysOf = days.of(component.id());
        Optional<LocalDate> firstDay = days.first(component.id());
        return new ComponentState(
                component,
                found.status(),
                since(found),
                course(found),
                Problems.of(catalogue, found),
                Totals.of(hours.total(component.id(), firstDay), daysOf),
                daysOf,
                firstDay,
                speeds.of(component.id()),
                Optional.ofNullable(past.objectives().get(component.id())),
                found.overruling());
    }

    /** What is said has no course: it begins and ends as it is said. */
    private static Course course(ComponentVerdict found) {
        return found.overruling().isPresent()
                ? Course.NONE
                : new Course(
                        found.outage().flatMap(OutageRecord::seemsOver),
                        found.outage().flatMap(OutageRecord::unstable));
    }
}
