package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.api.Routes;
import weservstatus.store.Blobs;
import weservstatus.store.TestClock;
import weservstatus.usecase.TopicAudience;

/** What administrators do finds allowed by the roles in the template what it needs. */
class AdminRolesIT {
    private final TestClock clock = new TestClock(Instant.parse(Events.DUE).plusSeconds(1));
    private final InMemoryPorts ports = new InMemoryPorts(clock);
    private final Watched watched = new Watched();

    @TempDir private Path folder = Path.of("unset");
    private Optional<Home> home = Optional.empty();

    AdminRolesIT() throws IOException {
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
    void anAdministratorOpensAnIncidentAndPeopleHearOfIt() {
        RequestStreamHandler admin = home().handler("AdminFunction", AdminHandler::new);
        JsonNode answer = Invocation.of(admin, Events.read(Events.ADMIN));
        JsonNode repeated = Invocation.of(admin, Events.read(Events.ADMIN));
        Invocation.of(
                home().handler("NotifyFunction", NotifyHandler::new), Events.read(Events.NOTIFY));

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(201);
        assertThat(repeated.path("body")).isEqualTo(answer.path("body"));
        assertThat(ports.told)
                .singleElement()
                .satisfies(message ->
                        assertThat(message.heading().title()).isEqualTo("Pictures are slow"));
        assertThat(ports.log.getFirst())
                .contains("\"caller\":\"arn:aws:iam::123456789012:user/ada\"");
    }

    @Test
    void anAdministratorMayAskForAllThatThereIs() {
        Blobs.Blob page = new Blobs.Blob(new byte[] {1}, "text/html");
        ports.blobs().put("site/index.html", page);
        ports.blobs().put("evidence/2026-11-23/one/answer", page);
        RequestStreamHandler admin = home().handler("AdminFunction", AdminHandler::new);
        for (var line : Routes.ADMIN) {
            String path =
                    line.path()
                            .text()
                            .replace("{id}", "jsq3tm8hubsc")
                            .replace("{update}", "one")
                            .replace("{planned}", "2026-11-23T23:00:00Z");
            int status = asked(admin, line.method(), path, "{}").path("statusCode").asInt();

            assertThat(status).as(line.method() + " " + path).isIn(200, 202, 404, 400, 422, 428);
        }
    }

    @Test
    void thePageShowsWhatAnAdministratorSaysOfAComponent() {
        String said =
                """
                {"component": "website", "status": "major_outage", "until": "2026-11-24T21:30:00Z", "reason": "Known."}
                """;
        JsonNode begun =
                asked(
                        home().handler("AdminFunction", AdminHandler::new),
                        "POST",
                        "/api/v1/admin/overrides",
                        said);
        Invocation.of(
                home().handler("ProbeFunction", ProbeHandler::new), Events.read(Events.PROBE));
        Invocation.of(
                home().handler("ReviewFunction", ReviewHandler::new), Events.read(Events.REVIEW));
        JsonNode page =
                Invocation.of(
                        home().handler("StatusApiFunction", StatusApiHandler::new),
                        Events.read(Events.API).replace("gzip", "identity"));

        assertThat(begun.path("statusCode").asInt()).as(begun.toString()).isEqualTo(201);
        assertThat(page.path("body").asString())
                .contains("\"override\":{\"by\":\"person\",", "\"seen\":\"operational\"");
    }

    @Test
    void whomTheTopicTellsIsShownAndTakenAway() {
        String id = "5be8c0f1-8b5e-4e1c-9f0a-0d2f6f1d7c11";
        ports.members.add(new TopicAudience.Member(id, "ada@example.org", Optional.empty()));
        RequestStreamHandler admin = home().handler("AdminFunction", AdminHandler::new);
        String all = "/api/v1/admin/subscribers";
        JsonNode listed = asked(admin, "GET", all, "");
        JsonNode gone = asked(admin, "DELETE", all + "/" + id, "");

        assertThat(listed.path("body").asString()).contains("ada@example.org");
        assertThat(gone.path("statusCode").asInt()).as(gone.toString()).isEqualTo(204);
        assertThat(ports.members).isEmpty();
        assertThat(ports.log).noneMatch(line -> line.contains("ada@example.org"));
        assertThatThrownBy(() ->
                        home().role("IntakeFunction").requireTopic("sns:ListSubscriptionsByTopic"))
                .hasMessage("IntakeFunction is not allowed sns:ListSubscriptionsByTopic");
    }

    private static JsonNode asked(
            RequestStreamHandler admin, String method, String path, String body) {
        ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(Events.read(Events.ADMIN));
        event.put("rawPath", path).put("body", body);
        event.withObject("/headers").put("if-match", "\"1\"");
        event.withObject("/requestContext/http").put("method", method).put("path", path);
        return Invocation.of(admin, event.toString());
    }

    private Home home() {
        return home.orElseThrow();
    }
}
