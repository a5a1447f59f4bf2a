package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.local.FaultScript.Scene;

/** The demo as a newcomer sees it, its script cut short, its rules and pace as they are. */
class DemoIT {
    /** Each scene is as long as three rounds and a little. */
    private static final FaultScript SHORT =
            new FaultScript(
                    List.of(
                            new Scene(Duration.ZERO, Fault.NONE),
                            new Scene(Duration.ofSeconds(8), Fault.WEBP_BREAKS),
                            new Scene(Duration.ofSeconds(20), Fault.ALL_DOWN),
                            new Scene(Duration.ofSeconds(32), Fault.NONE)),
                    Duration.ofHours(1));

    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();

    @Test
    void showsGreenYellowRedAndGreenAgain(@TempDir Path folder) throws Exception {
        InstantSource clock = InstantSource.system();
        var settings =
                new Demo.Settings(
                        0, folder, SHORT, catalogue -> Network.prober(catalogue.page(), clock));
        try (Demo demo = Demo.start(settings, clock, new Voice(notes::add, troubles::add))) {
            assertThat(nextNote()).isEqualTo("first result: operational");
            assertThat(notice(demo)).startsWith("Demo:");
            assertThat(nextNote()).isEqualTo("operational → partial_outage");
            assertThat(nextNote()).isEqualTo("partial_outage → major_outage");
            assertThat(nextNote()).startsWith("major_outage → ");
            assertThat(untilOperational(demo)).isTrue();
            assertThat(demo.replay().unknownRequests()).isEmpty();
        }
        assertThat(troubles).isEmpty();
    }

    /** Recovery may pass through a partial outage on its way. */
    private boolean untilOperational(Demo demo) throws Exception {
        while (!status(demo).path("status").asString().equals("operational")) {
            if (notes.poll(30, TimeUnit.SECONDS) == null) {
                return false;
            }
        }
        return true;
    }

    private static String notice(Demo demo) throws Exception {
        return status(demo).path("page").path("notice").asString();
    }

    private static JsonNode status(Demo demo) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI url = demo.running().url().resolve("/api/v1/status");
            return JsonMapper.shared()
                    .readTree(
                            client.send(
                                            HttpRequest.newBuilder(url).build(),
                                            BodyHandlers.ofString())
                                    .body());
        }
    }

    private String nextNote() throws InterruptedException {
        return String.valueOf(notes.poll(40, TimeUnit.SECONDS));
    }
}
