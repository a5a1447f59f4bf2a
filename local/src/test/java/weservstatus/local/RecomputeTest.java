package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import weservstatus.api.Router;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.check.Objective;
import weservstatus.store.Blobs;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.OverrideStore;
import weservstatus.store.TestClock;
import weservstatus.usecase.Published;
import weservstatus.usecase.Review;
import weservstatus.usecase.ReviewStores;
import weservstatus.usecase.RollUp;
import weservstatus.usecase.Teller;
import weservstatus.verdict.ComponentOverride;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Scene;

/** A stranger counts again what a running server publishes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecomputeTest {
    private static final long SEED = 5;

    private final TestClock clock = new TestClock(Scene.START);
    private final InMemoryBlobs blobs = new InMemoryBlobs();
    private Server server;

    @BeforeAll
    void aDayPasses() {
        InMemoryTable table = new InMemoryTable(clock);
        ReviewStores stores = ReviewStores.over(table, blobs);
        sayThatAllIsWell(table);
        play(stores);
        Router router = new Router(new Published(stores.snapshots()), table, blobs, clock);
        server =
                Server.start(
                        0,
                        router::handle,
                        SiteFiles.bundled(() -> URI.create("https://status.example.org")),
                        Throwable::printStackTrace);
    }

    @AfterAll
    void close() {
        server.close();
    }

    /** Somebody calls a component operational all day long, which no figure may show. */
    private static void sayThatAllIsWell(InMemoryTable table) {
        ComponentOverride said =
                new ComponentOverride(
                        "pictures",
                        new ComponentId("pictures"),
                        ComponentStatus.OPERATIONAL,
                        Scene.START,
                        Scene.START.plus(ComponentOverride.LONGEST),
                        "I see nothing.",
                        ComponentOverride.Speaker.PERSON,
                        "ada");
        assertThat(
                        OverrideStore.in(table)
                                .write(
                                        ComponentOverride::id,
                                        Optional.empty(),
                                        Optional.of(said),
                                        List.of()))
                .isTrue();
    }

    private static final Teller UNHEARD = Teller.of(_ -> {}, _ -> {});

    /**
     * A review every few minutes; half-way another process takes over, and knows one check more.
     */
    private void play(ReviewStores stores) {
        Catalogue before = promising(GeneratedDay.scene().catalogue());
        Catalogue after = promising(GeneratedDay.scene().vital("more", CachePath.MISS).catalogue());
        List<GeneratedDay.Arrival> arrivals = GeneratedDay.of(SEED, after);
        Review review = new Review(before, stores, UNHEARD, clock);
        for (int minute = 0; minute < GeneratedDay.MINUTES; minute++) {
            int now = minute;
            arrivals.stream()
                    .filter(arrival -> arrival.minute() == now)
                    .forEach(arrival -> stores.rounds().put(arrival.round()));
            if (minute == GeneratedDay.MINUTES / 2) {
                review = new Review(after, stores, UNHEARD, clock);
            }
            clock.advance(Duration.between(clock.instant(), Scene.second(minute * 60 + 59.123)));
            if (minute % 7 == 6 || minute == GeneratedDay.MINUTES - 1) {
                review.run();
                new RollUp(after, stores, clock).run(clock.instant());
            }
        }
    }

    private static Catalogue promising(Catalogue catalogue) {
        return catalogue.withObjectives(
                catalogue.components().stream()
                        .map(component -> Objective.of(component.id(), 0.9))
                        .toList());
    }

    @Test
    void everyFigureOfThePageComesOutOfTheRawRowsDigitForDigit() throws Exception {
        Recompute ended = Recompute.run(server.url().toString(), "--check");

        assertThat(ended.said()).matches("(?s)[1-9]\\d* figures of 3 components agree .*");
        assertThat(ended.code()).isZero();
    }

    @Test
    void everyFigureIsPrinted() throws Exception {
        Recompute ended = Recompute.run(server.url().toString());

        assertThat(ended.code()).isZero();
        assertThat(ended.said().lines())
                .anyMatch(line -> line.matches("pictures uptime: 9\\d\\.\\d{3}"))
                .anyMatch(line -> line.matches("speed 24h p99: \\d+\\.\\d"))
                .anyMatch(line -> line.matches("slo pictures bad: [1-9]\\d*"))
                .anyMatch(line -> line.matches("slo pictures fast longRate: \\d+\\.\\d+"))
                .anyMatch(line -> line.matches("report 2026-11 pictures p95: \\d+\\.\\d"))
                .anyMatch(line ->
                        line.matches("report 2026-11 objective pictures reached: 9\\d\\.\\d{3}"))
                .hasSizeGreaterThan(3_000);
    }

    @Test
    void aRowOfAFinishedDayThatWasAlteredIsFound() throws Exception {
        Recompute ended = recomputeAltered("raw/2026-11-23.ndjson.gz");

        assertThat(ended.said())
                .contains("2026-11-23: the raw rows are not those that were published");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void aRowOfTodayThatWasAlteredIsFoundByTheFigures() throws Exception {
        Recompute ended = recomputeAltered("raw/2026-11-24/11.ndjson.gz");

        assertThat(ended.said()).contains("published").contains("the raw rows give");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void anAddressWhereNobodyAnswersIsNoDisagreement() throws Exception {
        assertThat(Recompute.run("http://127.0.0.1:1", "--check").code()).isEqualTo(2);
    }

    /** With the first good answer of the blob turned into a bad one, for this time. */
    private Recompute recomputeAltered(String name) throws IOException, InterruptedException {
        Blobs.Blob blob = blobs.get(name).orElseThrow();
        blobs.put(name, new Blobs.Blob(altered(blob.bytes()), blob.contentType()));
        try {
            return Recompute.run(server.url().toString(), "--check");
        } finally {
            blobs.put(name, blob);
        }
    }

    private static byte[] altered(byte[] packed) throws IOException {
        String rows;
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            rows = new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
        String altered =
                rows.replaceFirst(
                        "\"result\":\"passed\"",
                        "\"result\":\"failed\",\"side\":\"service\",\"reason\":\"STATUS\"");
        assertThat(altered).isNotEqualTo(rows);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(altered.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
