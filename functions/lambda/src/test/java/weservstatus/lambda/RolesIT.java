package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weservstatus.api.Routes;
import weservstatus.store.TestClock;

/** Every function finds allowed by its role in the template what it does, and no more than that. */
class RolesIT {
    private static final Instant DUE = Instant.parse(Events.DUE);

    private final TestClock clock = new TestClock(DUE.plusSeconds(1));
    private final InMemoryPorts ports = new InMemoryPorts(clock);
    private final Watched watched = new Watched();

    @TempDir private Path folder = Path.of("unset");
    private Optional<Home> home = Optional.empty();

    RolesIT() throws IOException {
        ports.configure(watched.configuration());
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
    void anOutageFromItsFirstRoundToItsEndNeedsNothingThatIsNotAllowed() {
        RequestStreamHandler probe = handler("ProbeFunction", ProbeHandler::new);
        RequestStreamHandler review = handler("ReviewFunction", ReviewHandler::new);
        RequestStreamHandler people = handler("NotifyFunction", NotifyHandler::new);
        for (int minute = 30; minute < 45; minute++) {
            watched.answers(minute < 33 || minute > 37 ? 200 : 500);
            String due = "21:" + minute + ":00Z";
            Invocation.of(probe, Events.read(Events.PROBE).replace("21:30:00Z", due));
            Invocation.of(review, Events.read(Events.REVIEW));
            Invocation.of(probe, Events.read(Events.CONFIRM).replace("21:30:00Z", due));
            Invocation.of(review, Events.read(Events.REVIEW));
            Invocation.of(people, Events.read(Events.NOTIFY));
            clock.advance(Duration.ofMinutes(1));
        }
        clock.advance(Duration.ofDays(2));
        Invocation.of(review, Events.read(Events.REVIEW));
        Invocation.of(handler("RollUpFunction", RollUpHandler::new), Events.read(Events.ROLLUP));

        assertThat(ports.told).isNotEmpty();
        assertThat(ports.blobs().list("evidence/")).isNotEmpty();
        assertThat(ports.blobs().list("published/")).hasSize(1);
        assertThat(ports.blobs().list("history/definitions/")).hasSize(1);
        assertThat(ports.blobs().list("history/")).hasSize(2).contains("history/chain.ndjson");
        everyPathIsAnswered();
    }

    private void everyPathIsAnswered() {
        RequestStreamHandler api = handler("StatusApiFunction", StatusApiHandler::new);
        String evidence = ports.blobs().list("evidence/").getFirst().split("/", -1)[2];
        for (var route : Routes.ALL) {
            String path =
                    route.path()
                            .text()
                            .replace("{month}", "2026-11")
                            .replace("{file}", "2026-11-23.ndjson.gz")
                            .replace("evidence/{id}", "evidence/" + evidence)
                            .replace("{id}", "website");
            int status =
                    Invocation.of(api, Events.read(Events.API).replace("/api/v1/status", path))
                            .path("statusCode")
                            .asInt();

            assertThat(status).as(path).isIn(200, 404);
        }
    }

    @Test
    void aVisitorSubscribesAndGetsALetter() {
        ports.configure(
                watched.configuration()
                        + """
                        mail:
                          server: localhost
                          port: 2525
                          security: none
                          from: status@example.org
                        """);
        JsonNode answer =
                Invocation.of(
                        handler("IntakeFunction", IntakeHandler::new),
                        Events.read(Events.SUBSCRIBE));
        Invocation.of(handler("NotifyFunction", NotifyHandler::new), Events.read(Events.NOTIFY));

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(202);
        assertThat(ports.letters)
                .singleElement()
                .satisfies(letter -> assertThat(letter.to()).isEqualTo("ada@example.org"));
    }

    @Test
    void aVisitorIsAddedToTheTopicWhereThereIsNoMailServer() {
        JsonNode answer =
                Invocation.of(
                        handler("IntakeFunction", IntakeHandler::new),
                        Events.read(Events.SUBSCRIBE));

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(202);
        assertThat(ports.subscribed)
                .containsExactly("ada@example.org {\"audience\":[\"visitors\"]}");
        assertThat(ports.log).noneMatch(line -> line.contains("ada"));
    }

    @Test
    void nobodyIsAddedByTextMessage() {
        Role role = home.orElseThrow().role("IntakeFunction");

        assertThatThrownBy(() -> role.requireSubscribe("sms"))
                .hasMessage("IntakeFunction is not allowed to subscribe by sms");
        assertThatThrownBy(
                        () -> home.orElseThrow().role("NotifyFunction").requireSubscribe("email"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theReviewMayNotTouchTheChainNorTheRollUpWhatIsDecided() {
        Role review = home.orElseThrow().role("ReviewFunction");
        Role rollUp = home.orElseThrow().role("RollUpFunction");

        assertThatThrownBy(() -> review.requireObject("s3:PutObject", "history/chain.ndjson"))
                .isInstanceOf(AssertionError.class);
        for (String partition : List.of("review", "day", "incident", "outbox", "round#here")) {
            assertThatThrownBy(() -> rollUp.requireItem("dynamodb:PutItem", partition))
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void theApiMayReadOnly() {
        Role role = home.orElseThrow().role("StatusApiFunction");

        for (String action : List.of("dynamodb:PutItem", "dynamodb:DeleteItem")) {
            assertThatThrownBy(() -> role.requireItem(action, "snapshot"))
                    .isInstanceOf(AssertionError.class);
        }
        assertThatThrownBy(() -> role.requireObject("s3:PutObject", "snapshot/latest.json"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> role.requireObject("s3:GetObject", "config/status.yaml"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void theIntakeTakesABeatWithItsOwnRights() {
        ports.configure(IntakeTest.CONFIGURATION);
        RequestStreamHandler intake = handler("IntakeFunction", IntakeHandler::new);

        assertThat(Invocation.of(intake, Events.read(Events.PUSH)).path("statusCode").asInt())
                .isEqualTo(200);
    }

    @Test
    void anAlertmanagerOpensAnIncidentWithTheRightsOfTheIntake() {
        ports.configure(IntakeTest.WITH_ALERTS);
        RequestStreamHandler intake = handler("IntakeFunction", IntakeHandler::new);
        String alert = Events.read(Events.ALERT).replace(IntakeTest.ALERT_TOKEN, IntakeTest.TOKEN);

        assertThat(Invocation.of(intake, alert).path("statusCode").asInt()).isEqualTo(200);
    }

    private RequestStreamHandler handler(
            String function, Function<Wiring, RequestStreamHandler> made) {
        return home.orElseThrow().handler(function, made);
    }
}
