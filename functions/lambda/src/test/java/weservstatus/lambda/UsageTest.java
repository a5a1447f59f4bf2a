package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.LocationId;
import weservstatus.cost.Setup;
import weservstatus.cost.Usage;
import weservstatus.store.Blobs;
import weservstatus.store.Table;
import weservstatus.store.TestClock;

/** The table of costs counts what the code does: units of the table, and objects, each minute. */
class UsageTest {
    private static final Instant START = Instant.parse("2026-11-23T20:20:00Z");
    private static final int WARM_UP = 25;
    private static final int COUNTED = 60;
    private static final int DAYS = 89;
    private static final int OFF = 15;

    private final TestClock clock = new TestClock(START.plusSeconds(1));
    private final InMemoryPorts inner = new InMemoryPorts(clock);
    private final CountedTable table = new CountedTable(inner.table());
    private final CountedBlobs blobs = new CountedBlobs(inner.blobs());
    private final Watched watched = new Watched();

    UsageTest() throws IOException {}

    @AfterEach
    void close() {
        watched.close();
    }

    @ParameterizedTest
    @CsvSource({"5, 3", "20, 3"})
    void anHourUsesWhatTheModelSays(int checks, int places) {
        inner.configure(configuration(checks, places));
        List<RequestStreamHandler> probes =
                IntStream.range(0, places)
                        .<RequestStreamHandler>mapToObj(place -> new ProbeHandler(wiring(place)))
                        .toList();
        RequestStreamHandler review = new ReviewHandler(wiring(0));

        minutes(WARM_UP, probes, review);
        history();
        long reads = table.reads();
        long writes = table.writes();
        long puts = blobs.puts;
        minutes(COUNTED, probes, review);

        Setup setup =
                new Setup(checks, places, Duration.ofMinutes(1), 0, new Setup.Stacks(0, 0, 0));
        System.out.printf(
                "%d checks, %d places: %d read and %d write units, %d objects an hour%n",
                checks, places, table.reads() - reads, table.writes() - writes, blobs.puts - puts);
        assertThat((double) table.reads() - reads)
                .isCloseTo(Usage.readsPerHour(setup), withinPercentage(OFF));
        assertThat((double) table.writes() - writes)
                .isCloseTo(Usage.writesPerHour(setup), withinPercentage(OFF));
        assertThat((double) blobs.puts - puts)
                .isCloseTo(Usage.putsPerHour(), withinPercentage(OFF));
    }

    /** Days and hours like those of the test, as far back as a page looks. */
    private void history() {
        Table kept = inner.table();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Table.Item day = kept.get(new Table.Key("day", today.toString())).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.HOURS);
        Table.Item hour = kept.get(new Table.Key("hour", now.toString())).orElseThrow();
        for (int before = 1; before <= DAYS; before++) {
            copy(day, today.minusDays(before).toString());
        }
        for (int before = 1; before <= DAYS * 24; before++) {
            copy(hour, now.minus(Duration.ofHours(before)).toString());
        }
    }

    private void copy(Table.Item item, String period) {
        inner.table()
                .put(
                        new Table.Item(
                                new Table.Key(item.key().partition(), period),
                                item.document().replace(item.key().sort(), period),
                                0,
                                Optional.empty()),
                        Table.Condition.ALWAYS);
    }

    private void minutes(
            int count, List<RequestStreamHandler> probes, RequestStreamHandler review) {
        for (int minute = 0; minute < count; minute++) {
            for (int place = 0; place < probes.size(); place++) {
                Instant slot = clock.instant().truncatedTo(ChronoUnit.MINUTES);
                String due = clock.instant().toString();
                Invocation.of(
                        probes.get(place), Events.read(Events.PROBE).replace(Events.DUE, due));
                clock.advance(Duration.ofSeconds(2));
                Invocation.of(
                        review,
                        Events.read(Events.REVIEW)
                                .replace("round#here", "round#p" + place)
                                .replace("2026-11-23T21:30:00", slot.toString().replace("Z", "")));
                clock.advance(
                        Duration.ofMinutes(1)
                                .dividedBy(probes.size())
                                .minus(Duration.ofSeconds(2)));
            }
        }
    }

    private Wiring wiring(int place) {
        Settings settings =
                new Settings(
                        "table",
                        "bucket",
                        new LocationId("p" + place),
                        Optional.empty(),
                        Optional.empty(),
                        InMemoryPorts.NOWHERE,
                        Optional.empty(),
                        Optional.empty());
        return new Wiring(
                settings, clock, new CountedPorts(inner, table, blobs), name -> Optional.empty());
    }

    private String configuration(int checks, int places) {
        String one = watched.configuration();
        String locations =
                IntStream.range(0, places)
                        .mapToObj(place -> "  - {id: p%d, name: Place %d}".formatted(place, place))
                        .collect(Collectors.joining("\n"));
        String head =
                one.substring(0, one.indexOf("checks:"))
                        .replace("  - {id: here, name: This machine}", locations);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < checks; i++) {
            all.add(
                    """
                      - {id: c%d, name: Check %d, why: It counts., component: website, path: "/?n=%d", timeout: 20s,
                         vital: true, cache: none, expect: [{status: 200}]}
                    """
                            .formatted(i, i, i));
        }
        return head + "checks:\n" + String.join("", all);
    }

    /** Counts what is written; a listing costs as much. */
    private static final class CountedBlobs implements Blobs {
        private final Blobs blobs;
        private long puts;

        CountedBlobs(Blobs blobs) {
            this.blobs = blobs;
        }

        @Override
        public void put(String name, Blob blob) {
            puts++;
            blobs.put(name, blob);
        }

        @Override
        public Optional<Blob> get(String name) {
            return blobs.get(name);
        }

        @Override
        public List<String> list(String prefix) {
            puts++;
            return blobs.list(prefix);
        }

        @Override
        public void delete(String name) {
            blobs.delete(name);
        }
    }
}
