package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.Catalogue;
import weservstatus.check.Target;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;

/**
 * The monitor, at the demo's pace, behind a proxy that breaks and heals. What is waited for are the
 * monitor's own notes and its own requests.
 */
class BreakingIT {
    private static final int PATIENCE = 60;
    private static final InstantSource CLOCK = InstantSource.system();

    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();
    private final Replay replay =
            Replay.start(Recordings.bundled(), () -> Fault.NONE, Replay.Tempo.AT_ONCE);
    private final BreakingProxy proxy = proxy(replay.target());
    private final BreakingProxy control = proxy(replay.origin());
    private final List<String> heard = new ArrayList<>();
    @TempDir private Path folder = Path.of("unset");
    private Optional<Monitor.Running> running = Optional.empty();

    @BeforeEach
    void startWell() throws Exception {
        var settings =
                new Monitor.Settings(
                        0,
                        folder,
                        url -> catalogue(),
                        watched -> Network.prober(watched.page(), CLOCK));
        running = Optional.of(Monitor.start(settings, CLOCK, new Voice(notes::add, troubles::add)));
        assertThat(nextNote()).isEqualTo("first result: operational");
    }

    @AfterEach
    void close() throws Exception {
        running.ifPresent(started -> started.monitor().close());
        proxy.close();
        control.close();
        replay.close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void aDeadTierBehindALivingCacheIsCachedOnlyAndItsEndIsNotCalledAtOnce() throws Exception {
        proxy.turn(BreakingProxy.Way.NO_PROCESSING);
        assertThat(nextNote()).isEqualTo("operational → partial_outage");
        assertThat(headlinesUntil("cached_only")).doesNotContain("down");

        proxy.asked().clear();
        proxy.turn(BreakingProxy.Way.OPEN);
        assertThat(headlinesUntil("works")).contains("recovering").doesNotContain("down");
        assertThat(heard.stream().filter(path -> path.equals("/")))
                .as("rounds that began since it healed")
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(nextNote()).isEqualTo("partial_outage → operational");
    }

    @Test
    void aRateLimitIsNoOutage() throws Exception {
        proxy.turn(BreakingProxy.Way.LIMITED);

        assertThat(nextNote()).isEqualTo("operational → unknown");
        assertThat(status().path("headline").asString()).isEqualTo("cannot_see");
        assertThat(notes).isEmpty();
    }

    @Test
    void aMonitorThatIsCutOffSaysThatItCannotSee() throws Exception {
        control.turn(BreakingProxy.Way.CUT);
        proxy.turn(BreakingProxy.Way.CUT);

        assertThat(nextNote()).isEqualTo("operational → unknown");
        assertThat(status().path("headline").asString()).isEqualTo("cannot_see");
        assertThat(status().path("places").path(0).path("state").asString()).isEqualTo("blind");
        assertThat(notes).isEmpty();
    }

    /** The headlines that the page had at each of the monitor's requests until this one. */
    private List<String> headlinesUntil(String last) throws Exception {
        List<String> headlines = new ArrayList<>();
        heard.clear();
        String headline = status().path("headline").asString();
        while (!headline.equals(last)) {
            headlines.add(headline);
            heard.add(String.valueOf(proxy.asked().poll(PATIENCE, TimeUnit.SECONDS)));
            assertThat(heard.getLast()).as("a request of the monitor").startsWith("/");
            headline = status().path("headline").asString();
        }
        return headlines;
    }

    private Catalogue catalogue() {
        Catalogue demo = load();
        Target target = demo.targets().getFirst();
        Target here = new Target(target.id(), proxy.url(), Optional.of(replay.origin()));
        return new Catalogue(
                demo.page(),
                demo.pace(),
                demo.locations(),
                List.of(here),
                Optional.of(URI.create(control.url() + "/card.png")),
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

    private static BreakingProxy proxy(URI target) {
        try {
            return new BreakingProxy(target);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String nextNote() throws InterruptedException {
        return String.valueOf(notes.poll(PATIENCE, TimeUnit.SECONDS));
    }

    private JsonNode status() throws Exception {
        URI url = running.orElseThrow().url().resolve("/api/v1/status");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(
                            client.send(
                                            HttpRequest.newBuilder(url).build(),
                                            BodyHandlers.ofString())
                                    .body());
        }
    }
}
