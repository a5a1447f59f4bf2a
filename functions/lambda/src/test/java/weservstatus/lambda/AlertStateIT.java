package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.store.IncidentStore;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;

/**
 * An alert that means a state, from an Alertmanager's call to the page, each function with its role
 * in the template.
 */
class AlertStateIT {
    private static final Interval EVER =
            new Interval(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final String ALERTS =
            """
            alerts:
              - id: am
                tokenFrom: AM_TOKEN
                rules:
                  - {labels: {alertname: Full}, component: website, status: partial_outage, means: state}
            """;

    private final TestClock clock = new TestClock(Instant.parse(Events.DUE).plusSeconds(1));
    private final InMemoryPorts ports = new InMemoryPorts(clock);
    private final Watched watched = new Watched();

    @TempDir private Path folder = Path.of("unset");
    private Optional<Home> home = Optional.empty();

    AlertStateIT() throws IOException {
        ports.configure(watched.configuration() + ALERTS);
    }

    @BeforeEach
    void translate() throws Exception {
        home = Optional.of(Home.of(folder, ports, clock));
    }

    @AfterEach
    void close() {
        watched.close();
    }

    @Test
    void theComponentIsWhatTheAlertSaysUntilItEndsAndNobodyIsTold() {
        assertThat(page(1).path("status").asString()).isEqualTo("operational");

        assertThat(call(alert()).path("statusCode").asInt()).isEqualTo(200);
        JsonNode website = page(2).at("/groups/0/components/0");
        assertThat(website.path("status").asString()).isEqualTo("partial_outage");
        assertThat(website.at("/override/by").asString()).isEqualTo("alert");
        assertThat(website.at("/override/seen").asString()).isEqualTo("operational");

        assertThat(call(alert().replace("firing", "resolved")).path("statusCode").asInt())
                .isEqualTo(200);
        assertThat(page(3).at("/groups/0/components/0/status").asString()).isEqualTo("operational");
        Invocation.of(
                home().handler("NotifyFunction", NotifyHandler::new), Events.read(Events.NOTIFY));
        assertThat(ports.told).isEmpty();
        assertThat(new IncidentStore(ports.table()).entered(EVER, 10)).isEmpty();
    }

    @Test
    void anAlertOfNobodyChangesNothing() {
        assertThat(
                        call(alert().replace(IntakeTest.TOKEN, IntakeTest.TOKEN + "x"))
                                .path("statusCode")
                                .asInt())
                .isEqualTo(404);
        assertThat(page(1).path("status").asString()).isEqualTo("operational");
    }

    private static String alert() {
        return Events.read(Events.ALERT).replace(IntakeTest.ALERT_TOKEN, IntakeTest.TOKEN);
    }

    private JsonNode call(String event) {
        return Invocation.of(home().handler("IntakeFunction", IntakeHandler::new), event);
    }

    /** What the page says after one more round and its review. */
    private JsonNode page(int minute) {
        String due = "21:3" + minute + ":00Z";
        clock.advance(Duration.ofMinutes(1));
        Invocation.of(
                home().handler("ProbeFunction", ProbeHandler::new),
                Events.read(Events.PROBE).replace("21:30:00Z", due));
        Invocation.of(
                home().handler("ReviewFunction", ReviewHandler::new), Events.read(Events.REVIEW));
        JsonNode answer =
                Invocation.of(
                        home().handler("StatusApiFunction", StatusApiHandler::new),
                        Events.read(Events.API).replace("gzip", "identity"));
        return JsonMapper.shared().readTree(answer.path("body").asString());
    }

    private Home home() {
        return home.orElseThrow();
    }
}
