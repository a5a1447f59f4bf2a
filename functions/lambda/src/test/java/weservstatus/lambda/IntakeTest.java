package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.store.BeatStore;
import weservstatus.store.IncidentStore;
import weservstatus.store.TestClock;
import weservstatus.time.Interval;

/** What strangers may send, through the handler. */
class IntakeTest {
    static final String TOKEN = "a-token-of-sixteen-or-more";
    static final String CONFIGURATION =
            """
            page: {name: Test status, url: "https://status.example.org/", timeZone: UTC}
            locations:
              - {id: here, name: This machine}
            targets:
              - {id: local, url: "http://127.0.0.1:1"}
            control: none
            groups:
              - id: delivery
                name: Delivery
                components:
                  - {id: website, name: Website, description: The home page}
            checks:
              - {id: nightly, name: Nightly job, why: It must run., component: website,
                 heartbeat: {interval: 1m, grace: 30s, tokenFrom: BEAT_TOKEN}}
            """;

    static final String ALERT_TOKEN = "x7Kq-first_0123456789";
    private static final Interval EVER =
            new Interval(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));

    private final TestClock clock = new TestClock(Instant.parse(Events.DUE));
    private final InMemoryPorts ports = new InMemoryPorts(clock);
    private final Settings settings = InMemoryPorts.settings(new LocationId("here"));
    private final IntakeHandler handler =
            new IntakeHandler(
                    new Wiring(
                            settings,
                            clock,
                            ports,
                            name -> Optional.ofNullable(Map.of("BEAT_TOKEN", TOKEN).get(name))));

    IntakeTest() {
        ports.configure(CONFIGURATION);
    }

    @Test
    void aHeartbeatIsKeptAndItsTokenLoggedNowhere() {
        JsonNode answer = push(TOKEN);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
        assertThat(new BeatStore(ports.table()).find(new CheckId("nightly"))).isPresent();
        assertThat(ports.log).singleElement().asString().doesNotContain(TOKEN);
    }

    @Test
    void aTokenThatNobodyHasIsNotFound() {
        JsonNode answer = push(TOKEN + "-not");

        assertThat(answer.path("statusCode").asInt()).isEqualTo(404);
        assertThat(new BeatStore(ports.table()).find(new CheckId("nightly"))).isEmpty();
    }

    static final String WITH_ALERTS =
            CONFIGURATION
                    + """
                    alerts:
                      - id: am
                        tokenFrom: AM_TOKEN
                        rules:
                          - {labels: {alertname: Full}, component: website, status: partial_outage}
                    """;

    @Test
    void anAlertmanagerOpensAnIncidentByItsToken() {
        ports.secrets(
                name -> Optional.of(ALERT_TOKEN).filter(t -> name.value().equals("AM_TOKEN")));
        ports.configure(WITH_ALERTS);
        JsonNode answer = alert(ALERT_TOKEN);

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(new IncidentStore(ports.table()).entered(EVER, 10))
                .singleElement()
                .satisfies(kept -> assertThat(kept.value().title()).isEqualTo("The queue is full"));
        assertThat(alert(ALERT_TOKEN + "x").path("statusCode").asInt()).isEqualTo(404);
        assertThat(ports.log).noneSatisfy(line -> assertThat(line).contains(ALERT_TOKEN));
    }

    private JsonNode alert(String token) {
        return Invocation.of(handler, Events.read(Events.ALERT).replace(ALERT_TOKEN, token));
    }

    @Test
    void nothingElseIsTaken() {
        JsonNode answer = ask("/api/v1/status");

        assertThat(answer.path("statusCode").asInt()).isEqualTo(404);
        assertThat(answer.path("body").asString())
                .isEqualTo("{\"ok\":false,\"msg\":\"nothing is taken here\"}");
    }

    private JsonNode push(String token) {
        return Invocation.of(handler, Events.read(Events.PUSH).replace(TOKEN, token));
    }

    private JsonNode ask(String path) {
        return Invocation.of(handler, Events.read(Events.API).replace("/api/v1/status", path));
    }
}
