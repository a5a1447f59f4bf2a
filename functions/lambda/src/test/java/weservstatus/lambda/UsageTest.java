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
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.cost.Setup;
import weservstatus.cost.Usage;
import weservstatus.incident.Author;
import weservstatus.incident.Impact;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.store.CountedBlobs;
import weservstatus.store.IncidentStore;
import weservstatus.store.Table;
import weservstatus.store.TestClock;

/**
 * The table of costs counts what the code does: units of the table, and objects, each minute. The
 * page has a past, and twenty incidents of it.
 */
class UsageTest {
    private static final Instant START = Instant.parse("2026-11-23T20:20:00Z");
    private static final int WARM_UP = 25;
    private static final int HOURS = 1;
    private static final int DAYS = 89;
    private static final int PAST_INCIDENTS = 20;
    private static final int OFF = 5;

    private final TestClock clock = new TestClock(START.plusSeconds(1));
    private final InMemoryPorts inner = new InMemoryPorts(clock);
    private final CountedTable table = new CountedTable(inner.table());
    private final CountedTable emptied = new CountedTable(inner.table());
    private final CountedBlobs blobs = new CountedBlobs(inner.blobs());
    private final IncidentStore incidents = new IncidentStore(inner.table());
    private final Watched watched = new Watched();

    UsageTest() throws IOException {}

    @AfterEach
    void close() {
        watched.close();
    }

    @ParameterizedTest
    @CsvSource({"5, 0, 3", "20, 0, 3", "20, 40, 3"})
    void anHourUsesWhatTheModelSays(int checks, int inTurns, int places) {
        inner.configure(configuration(checks, inTurns, places));
        List<RequestStreamHandler> probes =
                IntStream.range(0, places)
                        .<RequestStreamHandler>mapToObj(place -> new ProbeHandler(wiring(place)))
                        .toList();
        RequestStreamHandler review = new ReviewHandler(wiring(0));
        Notification notify =
                new Wiring(settings(0), clock, counted(emptied), name -> Optional.empty())
                        .notification();

        minutes(WARM_UP, probes, review, notify);
        history();
        long reads = table.reads();
        long writes = table.writes();
        long puts = blobs.puts();
        long lookedUp = emptied.reads();
        long noted = emptied.writes();
        minutes(HOURS * 60, probes, review, notify);

        Setup setup =
                new Setup(
                        checks,
                        inTurns > 0,
                        places,
                        Duration.ofMinutes(1),
                        0,
                        new Setup.Stacks(0, 0, 0));
        counted("read units", table.reads() - reads, HOURS * Usage.readsPerHour(setup));
        counted("write units", table.writes() - writes, HOURS * Usage.writesPerHour(setup));
        if (inTurns == 0) { // else some hours pass before every picture is there
            counted("objects", blobs.puts() - puts, HOURS * Usage.putsPerHour(setup));
        }
        counted(
                "read units of emptying",
                emptied.reads() - lookedUp,
                HOURS * 60 * Usage.READS_PER_EMPTYING);
        counted(
                "write units of emptying",
                emptied.writes() - noted,
                HOURS * 60 * Usage.WRITES_PER_EMPTYING);
    }

    private static void counted(String what, long used, double modelled) {
        System.out.printf("%s: %d used, %.0f by the model%n", what, used, modelled);
        assertThat((double) used).as(what).isCloseTo(modelled, withinPercentage(OFF));
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
        for (int before = 1; before <= PAST_INCIDENTS; before++) {
            kept.transact(
                    incidents.writing(over(today.minusDays(2L * before)), IncidentStore.NONE));
        }
    }

    private static Incident over(LocalDate day) {
        Instant start = day.atTime(9, 30).toInstant(ZoneOffset.UTC);
        Instant end = start.plus(Duration.ofMinutes(20));
        ComponentId website = new ComponentId("website");
        return new Incident(
                IncidentId.ofTrouble(website, start),
                start,
                new Incident.Heading("Website: major outage", Impact.MAJOR, Author.machine()),
                new Incident.Span(start, Optional.of(end), Optional.of(end)),
                List.of(
                        said(IncidentStatus.INVESTIGATING, start),
                        said(IncidentStatus.RESOLVED, end)),
                List.of("20261123T211200000Z.0.here.home"),
                Optional.empty());
    }

    private static IncidentUpdate said(IncidentStatus status, Instant at) {
        return new IncidentUpdate(
                status.label(),
                status,
                Author.machine(),
                "Website fails since 09:30 UTC. The home page answers 500 to all three places.",
                at,
                at,
                List.of(),
                true);
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
            int count,
            List<RequestStreamHandler> probes,
            RequestStreamHandler review,
            Notification notify) {
        for (int minute = 0; minute < count; minute++) {
            notify.run("request");
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
        return new Wiring(settings(place), clock, counted(table), name -> Optional.empty());
    }

    private Ports counted(Table units) {
        return new CountedPorts(inner, units, blobs, clock);
    }

    private static Settings settings(int place) {
        return InMemoryPorts.settings(new LocationId("p" + place));
    }

    private String configuration(int checks, int inTurns, int places) {
        String one = watched.configuration();
        String locations =
                IntStream.range(0, places)
                        .mapToObj(place -> "  - {id: p%d, name: Place %d}".formatted(place, place))
                        .collect(Collectors.joining("\n"));
        String head =
                one.substring(0, one.indexOf("checks:"))
                        .replace("  - {id: here, name: This machine}", locations)
                        .replaceFirst("(\\{id: local, )(url: )(\"[^\"]+\")", "$1origin: $3, $2$3");
        List<String> all = new ArrayList<>();
        for (int i = 0; i < checks + inTurns; i++) {
            all.add(
                    """
                      - {id: c%d, name: Check %d, why: It counts., component: website, path: "/?url={origin}/card.png&w=%d",
                         timeout: 20s, vital: %s, every: %s, cache: hit, expect: [{status: 200}, {card: as-requested}]}
                    """
                            .formatted(i, i, 100 + i, i < checks, i < checks ? "1m" : "1h"));
        }
        return head + "checks:\n" + String.join("", all);
    }
}
