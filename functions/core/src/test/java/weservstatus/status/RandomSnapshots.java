package weservstatus.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.check.Group;
import weservstatus.check.GroupId;
import weservstatus.check.LocationId;
import weservstatus.status.StatusSnapshot.CheckCounts;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Course;
import weservstatus.status.StatusSnapshot.Day;
import weservstatus.status.StatusSnapshot.GroupState;
import weservstatus.status.StatusSnapshot.HourSpeed;
import weservstatus.status.StatusSnapshot.Place;
import weservstatus.status.StatusSnapshot.PlaceState;
import weservstatus.status.StatusSnapshot.Speed;
import weservstatus.uptime.Percentiles;
import weservstatus.uptime.Tally;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Headline;

/** Snapshots of every shape, the same ones for the same seed. */
public final class RandomSnapshots {
    private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final int DAY = 86_400_000;

    private final Random random;

    private RandomSnapshots(long seed) {
        this.random = new Random(seed);
    }

    public static Stream<StatusSnapshot> of(int count) {
        return IntStream.range(0, count).mapToObj(seed -> new RandomSnapshots(seed).snapshot());
    }

    private StatusSnapshot snapshot() {
        List<GroupState> groups = new ArrayList<>();
        for (int group = random.nextInt(4); group > 0; group--) {
            groups.add(group("group-" + group));
        }
        return new StatusSnapshot(
                SampleSnapshots.page(text(), optional(this::text)),
                START.plusMillis(random.nextInt(DAY)),
                optional(this::instant),
                Duration.ofSeconds(60),
                Duration.ofSeconds(150),
                worst(groups.stream().map(GroupState::status)),
                any(Headline.values()),
                optional(this::instant),
                new CheckCounts(9, 1, 1, 2, 2, 3, 1),
                List.of(
                        new Place(
                                new LocationId("here"),
                                text(),
                                any(PlaceState.values()),
                                optional(this::instant))),
                groups,
                new Speed(percentiles(), hours()),
                new RandomAnnouncements(random, START).any(groups),
                SampleChecks.of(START));
    }

    private GroupState group(String id) {
        List<ComponentState> states = new ArrayList<>();
        for (int leaf = random.nextInt(5); leaf > 0; leaf--) {
            states.add(component(id, id + "-leaf-" + leaf));
        }
        return new GroupState(
                new Group(new GroupId(id), text()),
                worst(states.stream().map(ComponentState::status)),
                states);
    }

    private ComponentState component(String group, String id) {
        List<Day> days =
                IntStream.range(0, 90)
                        .mapToObj(day -> new Day(TODAY.minusDays(89 - day), tally()))
                        .toList();
        return new ComponentState(
                new Component(new ComponentId(id), text(), text(), new GroupId(group)),
                any(ComponentStatus.values()),
                optional(this::instant),
                new Course(optional(this::instant), optional(this::instant)),
                List.of(),
                Totals.of(days.getLast().tally(), days),
                days,
                optional(() -> TODAY.minusDays(random.nextInt(90))),
                hours(),
                Optional.empty());
    }

    private static ComponentStatus worst(Stream<ComponentStatus> states) {
        return states.max(ComponentStatus::compareTo).orElse(ComponentStatus.OPERATIONAL);
    }

    private Tally tally() {
        int unobserved = random.nextInt(3) == 0 ? random.nextInt(DAY) : 0;
        int down = random.nextInt(3) == 0 ? random.nextInt(DAY - unobserved) : 0;
        return new Tally(DAY - unobserved - down, 0, down, 0, 0, unobserved);
    }

    private List<HourSpeed> hours() {
        return IntStream.range(0, random.nextInt(25))
                .mapToObj(hour -> new HourSpeed(START.plusSeconds(3600L * hour), percentiles()))
                .toList();
    }

    private Percentiles percentiles() {
        return new Percentiles(
                random.nextInt(600),
                optional(() -> random.nextDouble() * 100),
                optional(() -> random.nextDouble() * 1e9),
                optional(random::nextDouble));
    }

    /** Any characters, half surrogate pairs among them. */
    private String text() {
        return random.ints(random.nextInt(20), 0, 0x10000)
                .collect(
                        StringBuilder::new,
                        (text, character) -> text.append((char) character),
                        StringBuilder::append)
                .toString();
    }

    private Instant instant() {
        return START.plusMillis(random.nextInt(DAY));
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> Optional<T> optional(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
