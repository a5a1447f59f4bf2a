package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.Catalogue;
import weservstatus.check.Target;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;
import weservstatus.store.RoundStore;
import weservstatus.time.Interval;

/** The whole edition on real sockets and a real database, at a moment that stays. */
class MonitorTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:01Z"));

    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();
    private final Voice voice = new Voice(notes::add, troubles::add);
    private volatile Fault fault = Fault.NONE;
    private final Replay replay =
            Replay.start(Recordings.bundled(), () -> fault, Replay.Tempo.AT_ONCE);
    @TempDir private Path folder = Path.of("unset");

    @AfterEach
    void close() {
        replay.close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void makesOneRoundAtOnceAndServesWhatItFound() throws Exception {
        Monitor.Running running = start();
        try (Monitor monitor = running.monitor()) {
            assertThat(nextNote()).isEqualTo("first result: operational");
            JsonNode status = JsonMapper.shared().readTree(get(running.url(), "/api/v1/status"));

            assertThat(status.path("status").asString()).isEqualTo("operational");
            assertThat(status.path("checks").path("good").asInt()).isEqualTo(16);
            assertThat(status.path("places").path(0).path("state").asString())
                    .isEqualTo("reporting");
            assertThat(get(running.url(), "/")).contains("<!doctype html>");
            assertThat(monitor).isNotNull();
        }
        assertThat(replay.unknownRequests()).isEmpty();
        assertThat(replay.answered()).isEqualTo(16);
    }

    @Test
    void keepsWhatItSawAndDoesNotProbeTheSameSlotAgainAfterARestart() throws Exception {
        start(() -> assertThat(nextNote()).startsWith("first result"));
        long before = replay.answered();

        start(() -> {
            assertThat(nextNote()).isEqualTo("first result: operational");
        });

        assertThat(replay.answered()).isEqualTo(before);
        assertThat(storedRounds()).isEqualTo(1);
    }

    @Test
    void keepsEvidenceOfWhatFailedAndServesItAfterARestart() throws Exception {
        fault = Fault.WEBP_BREAKS;
        start(() -> assertThat(nextNote()).startsWith("first result"));
        String id =
                new FolderBlobs(folder.resolve("blobs"))
                        .list("evidence/").stream()
                                .filter(name -> name.endsWith("/picture.png"))
                                .map(name -> name.split("/", -1)[2])
                                .findFirst()
                                .orElseThrow();

        Monitor.Running again = start();
        try (Monitor monitor = again.monitor()) {
            String path = "/api/v1/evidence/" + id;
            JsonNode evidence = JsonMapper.shared().readTree(get(again.url(), path));

            assertThat(evidence.path("reason").asString()).isEqualTo("IMAGE");
            assertThat(evidence.path("side").asString()).isEqualTo("service");
            assertThat(evidence.path("request").path("url").asString())
                    .startsWith(replay.target().toString());
            assertThat(get(again.url(), path + "/picture.png")).startsWith("\ufffdPNG");
            assertThat(get(again.url(), path + "/body")).startsWith("\ufffdPNG");
            assertThat(monitor).isNotNull();
        }
    }

    @Test
    void refusesAFolderThatAnotherMonitorUses() throws Exception {
        start(() ->
                assertThatThrownBy(this::start)
                        .isInstanceOf(DataFolderTaken.class)
                        .hasMessage(
                                "folder %s is in use by another weserv-status; choose"
                                        + " another with --data",
                                folder));
    }

    @Test
    void letsGoOfTheFolderWhenThePortCannotBeHad() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(taken.getLocalPort())).isInstanceOf(PortTaken.class);
        }
        start(() -> assertThat(nextNote()).startsWith("first result"));
    }

    private interface Body {
        void run() throws Exception;
    }

    private void start(Body body) throws Exception {
        try (Monitor monitor = start().monitor()) {
            body.run();
            assertThat(monitor).isNotNull();
        }
    }

    private Monitor.Running start() {
        return start(0);
    }

    private Monitor.Running start(int port) {
        var settings =
                new Monitor.Settings(
                        port,
                        folder,
                        url -> catalogue(),
                        watched -> Network.prober(watched.page(), NOON));
        return Monitor.start(settings, NOON, voice);
    }

    private Catalogue catalogue() {
        Catalogue demo = load();
        Target target = demo.targets().getFirst();
        Target here = new Target(target.id(), replay.target(), Optional.of(replay.origin()));
        return new Catalogue(
                demo.page(),
                demo.pace(),
                demo.locations(),
                List.of(here),
                demo.control(),
                demo.groups(),
                demo.components(),
                demo.checks());
    }

    private static Catalogue load() {
        try {
            Path file =
                    Path.of(
                            System.getProperty("repository.root"),
                            "local/src/main/resources/demo/status.yaml");
            return switch (StatusYaml.load("demo", Files.readString(file))) {
                case Loaded.Valid(var catalogue, var _) -> catalogue;
                case Loaded.Invalid(var faults) -> throw new AssertionError(faults);
            };
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private int storedRounds() {
        try (SqliteTable table = SqliteTable.open(folder.resolve("weserv-status.db"), NOON)) {
            Instant now = NOON.instant();
            Interval around =
                    new Interval(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1)));
            return new RoundStore(table).list(load().locations().getFirst().id(), around).size();
        }
    }

    private String nextNote() throws InterruptedException {
        return String.valueOf(notes.poll(30, TimeUnit.SECONDS));
    }

    private static String get(URI url, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(url + path)).build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
