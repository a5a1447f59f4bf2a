package weservstatus.bench;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.check.Group;
import weservstatus.check.GroupId;
import weservstatus.check.LocationId;
import weservstatus.check.Page;
import weservstatus.status.Announcements;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.CheckCounts;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Course;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.status.StatusSnapshot.HourSpeed;
import weservstatus.status.StatusSnapshot.Place;
import weservstatus.status.StatusSnapshot.PlaceState;
import weservstatus.status.StatusSnapshot.Speed;
import weservstatus.status.Totals;
import weservstatus.uptime.Percentiles;
import weservstatus.uptime.Tally;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Headline;

/** A snapshot of many components with 90 uneven days each; the same for the same seed. */
final class LargeSnapshot {
    private static final long DAY = 86_400_000;
    private final Random random = new Random(448);
    private final Instant now;

    private LargeSnapshot(Instant now) {
        this.now = now;
    }

    /** With fresh data at {@code now}, and an hour of margin so that it stays fresh for a bench. */
    static StatusSnapshot of(int components, Instant now) {
        return new LargeSnapshot(now).snapshot(components);
    }

    private StatusSnapshot snapshot(int components) {
        Group group = new Group(new GroupId("all"), "All");
        return new StatusSnapshot(
                new Page("Bench", URI.create("http://127.0.0.1/"), "UTC", Optional.empty()),
                now,
                Optional.of(now),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                ComponentStatus.OPERATIONAL,
                Headline.WORKS,
                Optional.of(now),
                new CheckCounts(components, components, 0, 0, 0, 0, 0),
                List.of(
                        new Place(
                                new LocationId("here"),
                                "This machine",
                                PlaceState.REPORTING,
                                Optional.of(now))),
                List.of(
                        new GroupState(
                                group,
                                ComponentStatus.OPERATIONAL,
                                IntStream.range(0, components)
                                        .mapToObj(i -> component(group, i))
                                        .toList())),
                new Speed(Percentiles.NONE, hours()),
                Announcements.NONE);
    }

    private ComponentState component(Group group, int i) {
        List<Day> days = days();
        return new ComponentState(
                new Component(new ComponentId("component-" + i), "Component " + i, "", group.id()),
                ComponentStatus.OPERATIONAL,
                Optional.of(now),
                Course.NONE,
                List.of(),
                Totals.of(days.getLast().tally(), days),
                days,
                Optional.of(days.getFirst().date()),
                hours(),
                Optional.empty());
    }

    private List<Day> days() {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return IntStream.range(0, 90)
                .mapToObj(i -> new Day(today.minusDays(89 - i), day()))
                .toList();
    }

    private Tally day() {
        long partial = random.nextInt(3) == 0 ? random.nextLong(3_600_000) : 0;
        return new Tally(DAY - partial, 0, partial, 0, 0, 0);
    }

    private List<HourSpeed> hours() {
        return IntStream.range(0, 24)
                .mapToObj(i ->
                        new HourSpeed(
                                now.truncatedTo(ChronoUnit.HOURS).minus(23 - i, ChronoUnit.HOURS),
                                new Percentiles(
                                        400,
                                        Optional.of(50 + random.nextDouble()),
                                        Optional.of(90 + random.nextDouble()),
                                        Optional.of(200 + random.nextDouble()))))
                .toList();
    }
}
