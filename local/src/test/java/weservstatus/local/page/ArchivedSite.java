package weservstatus.local.page;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.imageio.ImageIO;
import org.HdrHistogram.Histogram;
import weservstatus.api.Router;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.document.Documents;
import weservstatus.document.PublishedDocuments;
import weservstatus.incident.Incident;
import weservstatus.local.Server;
import weservstatus.local.SiteFiles;
import weservstatus.observe.EvidenceId;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs.Blob;
import weservstatus.store.EvidenceStore;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.Latency;
import weservstatus.uptime.MonthItem;
import weservstatus.uptime.Rollup;
import weservstatus.uptime.Share;
import weservstatus.uptime.Tally;
import weservstatus.usecase.IncidentWriter;
import weservstatus.usecase.ReviewStores;
import weservstatus.verdict.Source;
import weservstatus.verdict.Trials;

/** The server that ships, with two months behind it: the first one frozen, the second under way. */
final class ArchivedSite implements AutoCloseable {
    static final YearMonth FROZEN = YearMonth.parse("2026-10");
    static final YearMonth OPEN = YearMonth.parse("2026-11");
    static final EvidenceId EVIDENCE = new EvidenceId("20261112T141900000Z.0.here.webp");

    private static final long DAY = 86_400_000;
    private static final long MINUTE = 60_000;
    private static final int PANEL = 320;

    private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();
    private final InMemoryTable table = new InMemoryTable(() -> SampleSnapshots.NOW);
    private final InMemoryBlobs blobs = new InMemoryBlobs();
    private final Server server;

    ArchivedSite(StatusSnapshot snapshot, List<Incident> incidents) throws IOException {
        ReviewStores stores = ReviewStores.over(table, blobs);
        MonthItem frozen = fill(stores, FROZEN, FROZEN.atEndOfMonth());
        fill(stores, OPEN, SampleSnapshots.TODAY);
        stores.raw().freeze(frozen);
        IncidentWriter writer = new IncidentWriter(table);
        incidents.forEach(incident -> writer.write(Optional.empty(), incident, List.of()));
        keepEvidence();
        PublishedDocuments documents = Documents.of(snapshot);
        Router router =
                new Router(() -> Optional.of(documents), table, blobs, snapshot::generatedAt);
        server =
                Server.start(
                        0,
                        router::handle,
                        SiteFiles.bundled(() -> URI.create("https://status.example.org")),
                        troubles::add);
    }

    URI at(String path) {
        return server.url().resolve("/" + path);
    }

    /** What went wrong inside, nothing as a rule. */
    List<Throwable> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        server.close();
    }

    private static MonthItem fill(ReviewStores stores, YearMonth month, LocalDate last) {
        List<DayItem> days =
                month.atDay(1).datesUntil(last.plusDays(1)).map(ArchivedSite::day).toList();
        days.forEach(day -> stores.days().put(day.date(), day));
        return MonthItem.of(month, days);
    }

    private static DayItem day(LocalDate date) {
        SortedMap<ComponentId, Share> shares = new TreeMap<>();
        shares.put(new ComponentId("cached"), share(cached(date), answers(1)));
        shares.put(new ComponentId("formats"), share(formats(date), answers(10)));
        shares.put(new ComponentId("sizes"), share(calm(0), Trials.NONE));
        return new DayItem(date, new Rollup(shares, latency(120)));
    }

    private static Share share(Tally tally, Trials answers) {
        return new Share(tally, latency(60), answers);
    }

    /** One a minute, so many of them bad. */
    private static Trials answers(long bad) {
        Source source = new Source(new LocationId("here"), new CheckId("webp"));
        return new Trials(1440, new TreeMap<>(Map.of(source, bad)));
    }

    private static Tally calm(long unobserved) {
        return new Tally(DAY - unobserved, 0, 0, 0, 0, unobserved);
    }

    private static Tally cached(LocalDate date) {
        return date.getDayOfMonth() == 5
                ? calm(DAY)
                : calm(date.getDayOfMonth() == 6 ? DAY / 4 : 0);
    }

    private static Tally formats(LocalDate date) {
        return switch (date.getDayOfMonth()) {
            case 3 -> new Tally(DAY - 35 * MINUTE, 35 * MINUTE, 0, 0, 0, 0);
            case 12 ->
                    new Tally(
                            DAY - 47 * MINUTE,
                            0,
                            47 * MINUTE,
                            0,
                            0,
                            0,
                            0,
                            46 * MINUTE,
                            48 * MINUTE);
            case 17 -> new Tally(DAY - 90 * MINUTE, 0, 0, 0, 90 * MINUTE, 0);
            case 20 ->
                    new Tally(
                            DAY - 12 * MINUTE,
                            0,
                            0,
                            12 * MINUTE,
                            0,
                            0,
                            0,
                            11 * MINUTE,
                            13 * MINUTE);
            default -> calm(0);
        };
    }

    /** Of so many answers a day. */
    private static Latency latency(int answers) {
        Histogram histogram = new Histogram(1, 60_000_000, 2);
        for (int answer = 0; answer < answers; answer++) {
            histogram.recordValue(8_000 + answer * answer % 9_000);
        }
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        byte[] bytes = new byte[histogram.encodeIntoCompressedByteBuffer(buffer)];
        buffer.flip().get(bytes);
        return new Latency(Base64.getEncoder().encodeToString(bytes));
    }

    private void keepEvidence() throws IOException {
        new EvidenceStore(blobs)
                .put(
                        new EvidenceStore.Piece(
                                EVIDENCE,
                                new Blob(
                                        DOCUMENT.getBytes(StandardCharsets.UTF_8),
                                        "application/json; charset=utf-8"),
                                Optional.empty(),
                                Optional.of(new Blob(picture(), "image/png"))));
    }

    /** Expected beside received beside difference. */
    private static byte[] picture() throws IOException {
        BufferedImage three =
                new BufferedImage(3 * PANEL, PANEL * 3 / 4, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = three.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.BLUE, PANEL, 240, Color.ORANGE));
        pen.fillRect(0, 0, PANEL, 240);
        pen.setPaint(new GradientPaint(0, 0, Color.LIGHT_GRAY, 40, 40, Color.WHITE, true));
        pen.fillRect(PANEL, 0, PANEL, 240);
        pen.setPaint(new GradientPaint(0, 0, Color.DARK_GRAY, PANEL, 240, Color.PINK, true));
        pen.fillRect(2 * PANEL, 0, PANEL, 240);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(three, "png", bytes);
        return bytes.toByteArray();
    }

    static Instant at(int day, int hour, int minute) {
        return Instant.parse("2026-11-%02dT%02d:%02d:00Z".formatted(day, hour, minute));
    }

    private static final String DOCUMENT =
            """
            {"id": "20261112T141900000Z.0.here.webp", "checkId": "webp", "check": "Convert to WebP",
             "component": "formats", "started": "2026-11-12T14:19:00Z", "result": "failed",
             "side": "service", "reason": "IMAGE", "message": "format: expected webp, got png",
             "phasesMicros": {"total": 140000},
             "findings": [{"expected": "status 200", "actual": "200", "held": true},
                          {"expected": "format webp", "actual": "<b>png</b>", "held": false}],
             "curl": "curl -sS -D - -o answer 'https://wsrv.nl/?url=card.example.org/card.png&output=webp'",
             "links": {"picture": "/api/v1/evidence/20261112T141900000Z.0.here.webp/picture.png"}}
            """;
}
