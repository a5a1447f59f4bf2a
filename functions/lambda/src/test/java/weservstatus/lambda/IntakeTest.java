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
import weservstatus.store.TestClock;

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

    private final TestClock clock = new TestClock(Instant.parse(Events.DUE));
    private final InMemoryPorts ports = new InMemoryPorts(clock);
    private final Settings settings =
            new Settings(
                    "table",
                    "bucket",
                    new LocationId("here"),
                    Optional.empty(),
                    Optional.empty(),
                    InMemoryPorts.NOWHERE,
                    Optional.empty(),
                    Optional.empty());
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
