package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import weservstatus.check.LocationId;
import weservstatus.incident.Incident;
import weservstatus.store.IncidentStore;
import weservstatus.store.RoundStore;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;
import weservstatus.verdict.Scene;

/**
 * However the stream's events come - late, twice, in another order, to two processes in turn - the
 * end is the one of the clean order, and people hear the same.
 */
class StreamScheduleTest {
    /** 10,000 take a quarter of an hour: {@code -Dschedules=10000}. */
    private static final int SCHEDULES = Integer.getInteger("schedules", 60);

    /** An outage that is confirmed, and its end, told long after it seemed over. */
    private static final List<String> STORY =
            List.of("good", "good", "bad", "bad", "bad", "good", "good", "good", "good");

    private static final Interval EVER = new Interval(Scene.START, Scene.second(86_400));
    private static final Settings SETTINGS =
            new Settings(
                    "table",
                    "bucket",
                    new LocationId("here"),
                    Optional.of("arn:aws:sns:eu-central-1:123456789012:alerts"),
                    Optional.empty(),
                    InMemoryPorts.NOWHERE,
                    Optional.empty(),
                    Optional.empty());

    /** What is left when all is over: incidents as they stand, and what people were told. */
    private record End(List<String> incidents, Set<String> told, int messages) {}

    @Test
    void everyScheduleEndsAsTheCleanOrderDoes() throws IOException {
        String configuration;
        try (Watched watched = new Watched()) {
            configuration = watched.configuration();
        }
        End clean = new Schedule(configuration, Optional.empty()).play();
        assertThat(clean.incidents()).hasSize(1);
        assertThat(clean.told()).hasSize(2);

        for (int seed = 0; seed < SCHEDULES; seed++) {
            End end = new Schedule(configuration, Optional.of(new Random(seed))).play();
            assertThat(end).as("schedule %d", seed).isEqualTo(clean);
        }
    }

    /** One account in memory; without chance, events come one by one as they arise. */
    private static final class Schedule {
        private final TestClock clock = new TestClock(Scene.START);
        private final InMemoryPorts ports = new InMemoryPorts(clock);
        private final Optional<Random> random;
        private final List<StreamReview> processes = new ArrayList<>();
        private final Notification people;
        private final List<Table.Key> waiting = new ArrayList<>();

        Schedule(String configuration, Optional<Random> random) {
            this.random = random;
            ports.configure(configuration);
            Wiring wiring = new Wiring(SETTINGS, clock, ports, name -> Optional.empty());
            processes.add(wiring.review());
            processes.add(wiring.review());
            people = wiring.notification();
        }

        End play() {
            for (int minute = 0; minute < STORY.size(); minute++) {
                at(minute * 60 + 1);
                arrive(minute);
                deliver();
            }
            at(STORY.size() * 60 + 1);
            boolean late = !waiting.isEmpty();
            waiting.forEach(this::review);
            if (late || random.isEmpty()) {
                people.run("last");
            }
            review(key(STORY.size() - 1));
            people.run("clock");
            return end();
        }

        private void at(int second) {
            clock.advance(Duration.between(clock.instant(), Scene.second(second)));
        }

        private void arrive(int minute) {
            int second = minute * 60;
            new RoundStore(ports.table())
                    .put(
                            Scene.round(
                                    "here", second, Scene.seen("home", second, STORY.get(minute))));
            waiting.add(key(minute));
        }

        private static Table.Key key(int minute) {
            Instant slot = Scene.second(minute * 60);
            return new Table.Key("round#here", slot.toString().replace("Z", ".000Z#000"));
        }

        /** Some of what waits, in any order, some of it twice. */
        private void deliver() {
            random.ifPresent(chance -> Collections.shuffle(waiting, chance));
            List<Table.Key> now = List.copyOf(waiting);
            waiting.clear();
            for (Table.Key key : now) {
                if (happens(3)) {
                    waiting.add(key);
                    continue;
                }
                review(key);
                if (happens(4)) {
                    review(key);
                }
            }
            if (!happens(3)) {
                people.run("clock");
            }
        }

        private void review(Table.Key key) {
            int process = random.map(chance -> chance.nextInt(processes.size())).orElse(0);
            processes
                    .get(process)
                    .run(new ReviewEvent(List.of(new ReviewEvent.Change("1", key))), "request");
        }

        private boolean happens(int oneIn) {
            return random.filter(chance -> chance.nextInt(oneIn) == 0).isPresent();
        }

        private End end() {
            List<String> incidents =
                    new IncidentStore(ports.table())
                            .entered(EVER, 10).stream()
                                    .map(kept -> kept.value())
                                    .map(Schedule::text)
                                    .sorted()
                                    .toList();
            Set<String> told =
                    ports.told.stream()
                            .map(message -> message.event() + " " + message.heading().title())
                            .collect(Collectors.toCollection(TreeSet::new));
            return new End(incidents, told, ports.told.size());
        }

        private static String text(Incident incident) {
            return incident.id() + " " + incident.title() + " open " + incident.isOpen();
        }
    }
}
