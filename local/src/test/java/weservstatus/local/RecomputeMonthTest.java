package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import weservstatus.api.Router;
import weservstatus.check.Catalogue;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.store.Blobs;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.RawStore;
import weservstatus.store.SnapshotStore;
import weservstatus.store.TestClock;
import weservstatus.time.Slot;
import weservstatus.usecase.Published;
import weservstatus.usecase.Review;
import weservstatus.usecase.ReviewStores;
import weservstatus.usecase.RollUp;
import weservstatus.usecase.Teller;
import weservstatus.verdict.Scene;

/** A stranger counts a frozen month again, days after its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecomputeMonthTest {
    private static final long SEED = 11;
    private static final Instant MONTH_END = Instant.parse("2026-12-01T00:00:00Z");

    /** From the begin of the generated day to where its end is the month's. */
    private static final Duration SHIFT =
            Duration.between(
                    Scene.START, MONTH_END.minus(Duration.ofMinutes(GeneratedDay.MINUTES)));

    private final TestClock clock = new TestClock(Scene.START.plus(SHIFT));
    private final InMemoryBlobs blobs = new InMemoryBlobs();
    private final InMemoryTable table = new InMemoryTable(clock);
    private Server server;

    @BeforeAll
    void aMonthEndsAndThreeDaysPass() {
        ReviewStores stores = ReviewStores.over(table, blobs);
        Catalogue catalogue = GeneratedDay.scene().catalogue();
        Review review = new Review(catalogue, stores, Teller.of(_ -> {}, _ -> {}), clock);
        List<GeneratedDay.Arrival> arrivals = GeneratedDay.of(SEED, catalogue);
        for (int minute = 0; minute < GeneratedDay.MINUTES + 2; minute++) {
            int now = minute;
            arrivals.stream()
                    .filter(arrival -> arrival.minute() == now)
                    .forEach(arrival -> stores.rounds().put(shifted(arrival.round())));
            clock.advance(Duration.ofMinutes(1));
            if (minute % 60 == 59) {
                review.run();
                new RollUp(catalogue, stores, clock).run(clock.instant());
            }
        }
        for (int hour = 0; hour <= Duration.ofDays(4).toHours(); hour += 12) {
            clock.advance(Duration.ofHours(12));
            review.run();
            new RollUp(catalogue, stores, clock).run(clock.instant());
        }
        server = serving(blobs);
    }

    private Server serving(Blobs kept) {
        Published published = new Published(new SnapshotStore(table, kept));
        Router router = new Router(published, table, kept, clock);
        return Server.start(
                0,
                router::handle,
                SiteFiles.bundled(() -> URI.create("https://status.example.org")),
                Throwable::printStackTrace);
    }

    @AfterAll
    void close() {
        server.close();
    }

    private static Round shifted(Round round) {
        return new Round(
                round.location(),
                new Slot(round.slot().start().plus(SHIFT), round.slot().length()),
                round.number(),
                round.started().plus(SHIFT),
                round.finished().plus(SHIFT),
                round.controls(),
                round.observations().stream().map(RecomputeMonthTest::shifted).toList());
    }

    private static Observation shifted(Observation seen) {
        return new Observation(
                seen.check(),
                seen.result(),
                seen.failure(),
                seen.side(),
                seen.started().plus(SHIFT),
                seen.phases(),
                seen.status(),
                seen.bytes(),
                seen.cold(),
                seen.address(),
                seen.cacheStatus(),
                seen.edge());
    }

    @Test
    void itsFiguresComeOutOfTheRawRowsDigitForDigit() throws Exception {
        Recompute printed = Recompute.run(server.url().toString());
        Recompute checked = Recompute.run(server.url().toString(), "--check");

        assertThat(printed.said().lines())
                .anyMatch(line -> line.matches("pictures 2026-11 uptime: 9\\d\\.\\d{3}"))
                .anyMatch(line -> line.matches("pictures 2026-11 low: 9\\d\\.\\d{3}"))
                .anyMatch(line -> line.matches("pictures 2026-11 high: 9\\d\\.\\d{3}"));
        assertThat(checked.said()).matches("(?s)[1-9]\\d* figures of 3 components agree .*");
        assertThat(checked.code()).isZero();
    }

    @Test
    void aMonthThatSaysAnotherFigureIsFound() throws Exception {
        InMemoryBlobs altered = new InMemoryBlobs();
        for (String name : blobs.list("")) {
            altered.put(name, blobs.get(name).orElseThrow());
        }
        Blobs.Blob chain = blobs.get(RawStore.CHAIN).orElseThrow();
        String lines = new String(chain.bytes(), StandardCharsets.UTF_8);
        altered.put(
                RawStore.CHAIN,
                new Blobs.Blob(
                        flattered(lines).getBytes(StandardCharsets.UTF_8), chain.contentType()));

        try (Server other = serving(altered)) {
            Recompute ended = Recompute.run(other.url().toString(), "--check");

            assertThat(ended.said()).contains("2026-11").contains("the raw rows give");
            assertThat(ended.code()).isEqualTo(1);
        }
    }

    /** With the frozen line's first outage left out. */
    private static String flattered(String lines) {
        int month = lines.indexOf("{\"month\":\"2026-11\"");
        String better = lines.substring(month).replaceFirst("\"major\":[1-9]\\d*", "\"major\":0");
        assertThat(better).isNotEqualTo(lines.substring(month));
        return lines.substring(0, month) + better;
    }
}
