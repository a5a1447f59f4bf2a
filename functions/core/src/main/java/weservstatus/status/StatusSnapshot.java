package weservstatus.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Component;
import weservstatus.check.Group;
import weservstatus.check.LocationId;
import weservstatus.check.Page;
import weservstatus.slo.ObjectiveState;
import weservstatus.uptime.Percentiles;
import weservstatus.uptime.Revision;
import weservstatus.uptime.Tally;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Headline;
import weservstatus.verdict.Overruling;

/**
 * The immutable picture of now, 90 days and the last day's speed that every document is written
 * from.
 *
 * @param generatedAt when the review wrote it
 * @param dataThrough end of the newest slot that enough locations reported; absent before the first
 * @param round length of a slot
 * @param staleAfter age of {@code dataThrough} beyond which readers must call everything unknown
 * @param status worst that is true of the whole
 * @param since when the present status of the whole began, as far as known
 * @param checks how many checks run
 * @param groups in the order of status.yaml
 * @param speed latency of the last 24 hours
 * @param announcements incidents and planned work
 * @param asked what is asked, check by check, and what came lately
 */
public record StatusSnapshot(
        Page page,
        Instant generatedAt,
        Optional<Instant> dataThrough,
        Duration round,
        Duration staleAfter,
        ComponentStatus status,
        Headline headline,
        Optional<Instant> since,
        CheckCounts checks,
        List<Place> places,
        List<GroupState> groups,
        Speed speed,
        Announcements announcements,
        CheckReports asked) {
    public StatusSnapshot {
        places = List.copyOf(places);
        groups = List.copyOf(groups);
    }

    /** One that says nothing of single checks. */
    public StatusSnapshot(
            Page page,
            Instant generatedAt,
            Optional<Instant> dataThrough,
            Duration round,
            Duration staleAfter,
            ComponentStatus status,
            Headline headline,
            Optional<Instant> since,
            CheckCounts checks,
            List<Place> places,
            List<GroupState> groups,
            Speed speed,
            Announcements announcements) {
        this(
                page,
                generatedAt,
                dataThrough,
                round,
                staleAfter,
                status,
                headline,
                since,
                checks,
                places,
                groups,
                speed,
                announcements,
                CheckReports.NONE);
    }

    /** The same picture with other announcements. */
    public StatusSnapshot with(Announcements others) {
        return with(others, asked);
    }

    /** The same picture with what is known of single checks. */
    public StatusSnapshot with(CheckReports reports) {
        return with(announcements, reports);
    }

    /** The same picture, seen to hold still as far as that. */
    public StatusSnapshot reaching(Reach reach) {
        return new StatusSnapshot(
                page,
                generatedAt,
                Optional.of(reach.dataThrough()),
                round,
                staleAfter,
                status,
                headline,
                since,
                checks,
                places.stream().map(reach::of).toList(),
                groups,
                speed,
                announcements,
                asked);
    }

    private StatusSnapshot with(Announcements others, CheckReports reports) {
        return new StatusSnapshot(
                page,
                generatedAt,
                dataThrough,
                round,
                staleAfter,
                status,
                headline,
                since,
                checks,
                places,
                groups,
                speed,
                others,
                reports);
    }

    /** All components in the order of the page. */
    public List<ComponentState> components() {
        return groups.stream().flatMap(group -> group.components().stream()).toList();
    }

    /**
     * Checks by what is known of them now; the five states add up to {@code active}.
     *
     * @param failing everywhere or for some only
     * @param off checks that cannot run for want of an origin, not part of {@code active}
     */
    public record CheckCounts(
            int active, int good, int slow, int suspect, int failing, int unknown, int off) {}

    /** What a location did lately. */
    public enum PlaceState {
        /** Fresh rounds, and its control probe passes or it has none. */
        REPORTING("reporting"),
        /** Fresh rounds, but its control probe fails: it cannot see. */
        BLIND("blind"),
        /** No fresh round. */
        SILENT("silent");

        private final String label;

        PlaceState(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public record Place(
            LocationId id, String name, PlaceState state, Optional<Instant> lastRound) {}

    public record GroupState(Group group, ComponentStatus status, List<ComponentState> components) {
        public GroupState {
            components = List.copyOf(components);
        }
    }

    /**
     * One component on the page.
     *
     * @param since when the present status began, as far as known
     * @param course of its outage, if there is one
     * @param problems what fails, one sentence each, at most five; empty when nothing does
     * @param totals the usual windows, counted from the very first record on
     * @param days the last 90 UTC days, oldest first, today last
     * @param firstDay first day with a record, absent when there is none
     * @param speed latency of this component in the last 24 whole or begun hours, oldest first
     * @param objective how its objective stands, if it has one
     * @param overruling present when the status was said and not seen
     */
    public record ComponentState(
            Component component,
            ComponentStatus status,
            Optional<Instant> since,
            Course course,
            List<Problem> problems,
            Totals totals,
            List<Day> days,
            Optional<LocalDate> firstDay,
            List<HourSpeed> speed,
            Optional<ObjectiveState> objective,
            Optional<Overruling> overruling) {
        public ComponentState {
            problems = List.copyOf(problems);
            days = List.copyOf(days);
            speed = List.copyOf(speed);
        }

        /** One whose status is what is seen. */
        public ComponentState(
                Component component,
                ComponentStatus status,
                Optional<Instant> since,
                Course course,
                List<Problem> problems,
                Totals totals,
                List<Day> days,
                Optional<LocalDate> firstDay,
                List<HourSpeed> speed,
                Optional<ObjectiveState> objective) {
            this(
                    component,
                    status,
                    since,
                    course,
                    problems,
                    totals,
                    days,
                    firstDay,
                    speed,
                    objective,
                    Optional.empty());
        }
    }

    /**
     * How the outage of a component goes on.
     *
     * @param seemsOver since when all is good again, while the outage is not called over yet
     * @param unstable since when it goes up and down
     */
    public record Course(Optional<Instant> seemsOver, Optional<Instant> unstable) {
        public static final Course NONE = new Course(Optional.empty(), Optional.empty());
    }

    /**
     * Why a component is not operational.
     *
     * @param check name of the check
     * @param side whose fault, as a word of {@link weservstatus.observe.Side}, or empty
     * @param evidence id of the newest evidence, absent where none is kept
     */
    public record Problem(
            String checkId,
            String check,
            String side,
            String reason,
            String message,
            Optional<String> evidence) {}

    /**
     * One UTC day of a component.
     *
     * @param revised that its figure changed after it was published
     */
    public record Day(LocalDate date, Tally tally, Optional<Revision> revised) {
        public Day(LocalDate date, Tally tally) {
            this(date, tally, Optional.empty());
        }
    }

    /**
     * Latency of new pictures: good, warm observations of checks on the miss path.
     *
     * @param day all of the last 24 hours together
     * @param hours the last 24 whole or begun hours, oldest first
     * @param parts the same by location, format and phase
     */
    public record Speed(Percentiles day, List<HourSpeed> hours, List<SpeedPart> parts) {
        public Speed {
            hours = List.copyOf(hours);
            parts = List.copyOf(parts);
        }

        /** One of which no part is known. */
        public Speed(Percentiles day, List<HourSpeed> hours) {
            this(day, hours, List.of());
        }
    }

    /**
     * A part of {@link Speed}.
     *
     * @param location empty for all
     * @param format empty for all
     * @param phase {@code total} or a word of {@link weservstatus.observe.Phase}
     * @param hours empty for a phase, and for one format at one location
     */
    public record SpeedPart(
            String location, String format, String phase, Percentiles day, List<HourSpeed> hours) {
        public SpeedPart {
            hours = List.copyOf(hours);
        }
    }

    public record HourSpeed(Instant hour, Percentiles latency) {}
}
