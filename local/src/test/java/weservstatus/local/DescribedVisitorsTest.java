package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.api.Operations;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;
import weservstatus.process.RealMailServer;

/** A running monitor does what visitors, targets and Alertmanagers ask as its description says. */
class DescribedVisitorsTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:01Z"));
    private static final Pattern LINK = Pattern.compile("subscription\\.html#([A-Za-z0-9_-]+)");
    private static final String SUBSCRIPTION = "/api/v1/subscriptions/{token}";

    /** The tokens are those of the examples. */
    private static final Map<String, String> TOKENS =
            Map.of(
                    "PUSH", "heartbeat-token-of-the-queue",
                    "ALERTS", "alerts-token-of-prometheus");

    private static final String CONFIGURATION =
            """
            page: {name: Test, url: "https://status.example.org"}
            locations: [{id: here, name: Here}]
            targets: [{id: here, url: "http://127.0.0.1:9"}]
            control: none
            groups: [{id: all, name: All, components: [{id: website, name: Website}]}]
            checks:
              - {id: queue, name: Queue, component: website,
                 heartbeat: {interval: 1m, grace: 30s, tokenFrom: PUSH}}
            alerts:
              - id: prometheus
                tokenFrom: ALERTS
                rules: [{labels: {alertname: QueueFull}, component: website, status: partial_outage}]
            mail: {server: localhost, port: PORT, security: none, from: s@example.org}
            """;

    private final List<Throwable> troubles = new ArrayList<>();
    @TempDir private Path folder = Path.of("unset");

    @Test
    void everyExampleIsAnswered() throws Exception {
        try (RealMailServer mails = RealMailServer.plain(folder)) {
            String text = CONFIGURATION.replace("PORT", String.valueOf(mails.port()));
            Monitor.Running running =
                    Monitor.start(settings(text), NOON, new Voice(ignored -> {}, troubles::add));
            try (Monitor monitor = running.monitor()) {
                JsonNode paths = description().path("paths");
                answers(running.url(), "POST", "/api/v1/subscriptions", paths, "");
                String token = token(mails);
                answers(running.url(), "GET", SUBSCRIPTION, paths, token);
                answers(running.url(), "POST", SUBSCRIPTION + "/confirm", paths, token);
                answers(running.url(), "PUT", SUBSCRIPTION, paths, token);
                answers(running.url(), "POST", SUBSCRIPTION + "/unsubscribe", paths, token);
                answers(running.url(), "DELETE", SUBSCRIPTION, paths, token);
                answers(running.url(), "GET", "/api/push/{token}", paths, "");
                answers(running.url(), "POST", "/api/push/{token}", paths, "");
                answers(running.url(), "POST", "/api/v1/alerts/{token}", paths, "");
                assertThat(asked).isEqualTo(described(paths));
                assertThat(monitor).isNotNull();
            }
        }
        assertThat(troubles).isEmpty();
    }

    private int asked;

    /** As it is served from the first round on. */
    private static JsonNode description() throws IOException {
        try (InputStream stream = Operations.class.getResourceAsStream("openapi.json")) {
            return JsonMapper.shared().readTree(stream);
        }
    }

    private static long described(JsonNode paths) {
        return paths.values().stream()
                .flatMap(path -> path.values().stream())
                .filter(operation -> operation.has("tags"))
                .count();
    }

    /** What is answered is the good answer that is described, and no other. */
    private void answers(URI server, String method, String path, JsonNode paths, String token)
            throws IOException, InterruptedException {
        asked++;
        JsonNode operation = paths.path(path).path(method.toLowerCase(Locale.ROOT));
        String body =
                operation
                        .at("/requestBody/content")
                        .path("application/json")
                        .path("example")
                        .toString();
        HttpResponse<String> answer = ask(server, method, example(path, operation, token), body);

        String good = operation.path("responses").propertyNames().iterator().next();
        assertThat(String.valueOf(answer.statusCode()))
                .as("%s %s: %s", method, path, answer.body())
                .isEqualTo(good);
        operation
                .path("responses")
                .path(good)
                .at("/content/application~1json/schema/required")
                .forEach(field ->
                        assertThat(
                                        JsonMapper.shared()
                                                .readTree(answer.body())
                                                .has(field.asString()))
                                .as(field.asString())
                                .isTrue());
    }

    private static String example(String path, JsonNode operation, String token) {
        String asked = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters").values()) {
            String name = parameter.path("name").asString();
            String value = token.isEmpty() ? parameter.path("example").asString() : token;
            if (parameter.path("in").asString().equals("path")) {
                asked = asked.replace("{" + name + "}", value);
            } else {
                query.add(name + "=" + value);
            }
        }
        return query.isEmpty() ? asked : asked + "?" + String.join("&", query);
    }

    private static HttpResponse<String> ask(URI server, String method, String path, String body)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(server.resolve(path))
                            .header("Content-Type", "application/json")
                            .method(method, BodyPublishers.ofString(body))
                            .build();
            return client.send(request, BodyHandlers.ofString());
        }
    }

    private static String token(RealMailServer mails) throws Exception {
        Matcher link = LINK.matcher(mails.next().path("content").asString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Monitor.Settings settings(String text) {
        Loaded.Valid loaded =
                switch (StatusYaml.load("status.yaml", text)) {
                    case Loaded.Valid valid -> valid;
                    case Loaded.Invalid(var faults) -> throw new AssertionError(faults);
                };
        return new Monitor.Settings(
                0,
                folder,
                _ -> loaded.catalogue(),
                watched -> Network.prober(watched.page(), NOON),
                Set.of(),
                List.of(),
                loaded.connections(),
                name -> Optional.ofNullable(TOKENS.get(name)));
    }
}
