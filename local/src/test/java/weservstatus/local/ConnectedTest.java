package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.Target;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;
import weservstatus.process.RealMailServer;
import weservstatus.usecase.MissingSecret;

/** Who is told and who may call, on real sockets: an alert comes in, a message goes out. */
class ConnectedTest {
    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-11-23T12:00:01Z"));
    private static final String TOKEN = "SECRET-token-of-the-alertmanager";
    private static final String CONNECTIONS =
            """
            channels:
              - id: hook
                webhook: {url: "RECEIVER/hook", secret: HOOK_KEY}
                allowPrivate: true
              - {id: chat, slack: {secret: SLACK_URL}, allowPrivate: true}
            pulse: {secret: PULSE_URL}
            alerts:
              - id: am
                tokenFrom: ALERTS_TOKEN
                rules:
                  - {labels: {alertname: Full}, component: COMPONENT, status: partial_outage}
            """;
    private static final String ALERT =
            """
            {"version": "4", "groupKey": "g", "commonAnnotations": {"summary": "The queue is full"},
             "alerts": [{"status": "firing", "labels": {"alertname": "Full"}, "annotations": {},
               "startsAt": "2026-11-23T12:00:00Z", "endsAt": "0001-01-01T00:00:00Z"}]}
            """;

    private record Told(String signature, String body) {}

    private final BlockingQueue<String> notes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Throwable> troubles = new LinkedBlockingQueue<>();
    private final Map<String, BlockingQueue<Told>> told = new ConcurrentHashMap<>();
    private final Replay replay =
            Replay.start(Recordings.bundled(), () -> Fault.NONE, Replay.Tempo.AT_ONCE);
    private Optional<HttpServer> receiver = Optional.empty();
    @TempDir private Path folder = Path.of("unset");
    @TempDir private Path mailFolder = Path.of("unset");

    @BeforeEach
    void listen() throws IOException {
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        HttpServer server = HttpServer.create(address, 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        String signature =
                                String.valueOf(
                                        exchange.getRequestHeaders().getFirst("webhook-signature"));
                        String path = exchange.getRequestURI().getPath();
                        at(path).add(new Told(signature, new String(body, StandardCharsets.UTF_8)));
                        // A receiver that repeats its own secret address, as careless ones do.
                        byte[] answer = ("no " + path).getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(
                                path.contains("SECRET-slack") ? 404 : 200, answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
        server.start();
        receiver = Optional.of(server);
    }

    @AfterEach
    void close() {
        receiver.ifPresent(server -> server.stop(0));
        replay.close();
        assertThat(troubles).isEmpty();
    }

    @Test
    void anAlertBecomesAnIncidentAndIsToldAndNoSecretIsLeftAnywhere() throws Exception {
        Monitor.Running running = Monitor.start(settings(secrets()), NOON, voice());
        try (Monitor monitor = running.monitor()) {
            assertThat(next("/SECRET-pulse").body()).isEmpty();

            assertThat(post(running.url().resolve("/api/v1/alerts/" + TOKEN), ALERT))
                    .isEqualTo(200);

            Told hook = next("/hook");
            JsonNode json = JsonMapper.shared().readTree(hook.body());
            assertThat(json.path("type").asString()).isEqualTo("incident.opened");
            assertThat(json.at("/data/title").asString()).isEqualTo("The queue is full");
            assertThat(hook.signature()).startsWith("v1,");
            assertThat(next("/services/SECRET-slack-path").body()).contains("The queue is full");
            assertThat(monitor).isNotNull();

            String answers = "";
            for (String path :
                    List.of("/api/v1/status", "/api/v1/checks", "/api/openapi.json", "/metrics")) {
                answers += get(running.url().resolve(path));
            }
            assertThat(answers).contains("operational").doesNotContain("SECRET", TOKEN);
        }
        assertThat(notes.toString() + troubles).doesNotContain("SECRET");
        assertThat(everythingKept()).contains("The queue is full").doesNotContain("SECRET");
    }

    @Test
    void aVisitorSubscribesByMailHearsOfAnIncidentAndLeaves() throws Exception {
        try (RealMailServer mails = RealMailServer.plain(mailFolder)) {
            String mail =
                    "mail: {server: localhost, port: %d, security: none, from: s@example.org}\n"
                            .formatted(mails.port());
            var settings = settings(CONNECTIONS + mail, secrets());
            Monitor.Running running = Monitor.start(settings, NOON, voice());
            try (Monitor monitor = running.monitor()) {
                next("/SECRET-pulse");
                URI all = running.url().resolve("/api/v1/subscriptions");
                assertThat(get(running.url().resolve("/api/v1/status")))
                        .contains("\"subscriptions\":true");

                assertThat(post(all, "{\"email\": \"ada@example.org\", \"components\": []}"))
                        .isEqualTo(202);
                JsonNode question = mails.next();
                String token = token(question);
                assertThat(question.path("to").toString()).isEqualTo("[\"ada@example.org\"]");
                assertThat(post(URI.create(all + "/" + token + "/confirm"), "")).isLessThan(300);

                post(running.url().resolve("/api/v1/alerts/" + TOKEN), ALERT);
                JsonNode news = mails.next();
                assertThat(news.path("to").toString()).isEqualTo("[\"ada@example.org\"]");
                assertThat(news.path("content").asString())
                        .contains("The queue is full", "List-Unsubscribe-Post:");

                assertThat(post(URI.create(all + "/" + token + "/unsubscribe"), ""))
                        .isLessThan(300);
                assertThat(post(URI.create(all + "/" + token + "/confirm"), "")).isEqualTo(404);
                assertThat(monitor).isNotNull();
                assertThat(everythingKept()).doesNotContain("ada@example");
                assertThat(notes.toString() + troubles).doesNotContain("ada@example");
            }
        }
    }

    private static String token(JsonNode mail) {
        Matcher link =
                Pattern.compile("subscription\\.html#([A-Za-z0-9_-]+)")
                        .matcher(mail.path("content").asString().replace("=\r\n", ""));
        assertThat(link.find()).as(mail.path("content").asString()).isTrue();
        return link.group(1);
    }

    @Test
    void aSecretThatIsNotThereIsSaidBeforeAnythingBegins() {
        assertThatThrownBy(() ->
                        Monitor.start(
                                settings(Map.of("WESERV_SECRET_HOOK_KEY", "x")), NOON, voice()))
                .isInstanceOf(MissingSecret.class)
                .hasMessage(
                        """
                        channel chat: the secret SLACK_URL is not set; put it into the environment\
                         variable WESERV_SECRET_SLACK_URL
                        pulse: the secret PULSE_URL is not set; put it into the environment\
                         variable WESERV_SECRET_PULSE_URL\
                        """);
    }

    private Voice voice() {
        return new Voice(notes::add, troubles::add);
    }

    private Map<String, String> secrets() {
        return Map.of(
                "WESERV_SECRET_HOOK_KEY",
                "whsec_U0VDUkVULVNFQ1JFVC1TRUNSRVQtU0VDUkVU",
                "WESERV_SECRET_SLACK_URL",
                address() + "/services/SECRET-slack-path",
                "WESERV_SECRET_PULSE_URL",
                address() + "/SECRET-pulse",
                "ALERTS_TOKEN",
                TOKEN);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + receiver.orElseThrow().getAddress().getPort());
    }

    private Monitor.Settings settings(Map<String, String> environment) throws IOException {
        return settings(CONNECTIONS, environment);
    }

    private Monitor.Settings settings(String written, Map<String, String> environment)
            throws IOException {
        Path file =
                Path.of(
                        System.getProperty("repository.root"),
                        "local/src/main/resources/demo/status.yaml");
        String demo = Files.readString(file);
        Loaded.Valid plain = load(demo);
        String component = plain.catalogue().components().getFirst().id().value();
        Loaded.Valid loaded =
                load(
                        demo
                                + written.replace("RECEIVER", address().toString())
                                        .replace("COMPONENT", component));
        Target target = loaded.catalogue().targets().getFirst();
        Target here = new Target(target.id(), replay.target(), Optional.of(replay.origin()));
        return new Monitor.Settings(
                0,
                folder,
                _ -> loaded.catalogue().withTargets(List.of(here)),
                watched -> Network.prober(watched.page(), NOON),
                Set.of(),
                List.of(),
                loaded.connections(),
                name -> Optional.ofNullable(environment.get(name)));
    }

    private static Loaded.Valid load(String text) {
        return switch (StatusYaml.load("demo", text)) {
            case Loaded.Valid valid -> valid;
            case Loaded.Invalid(var faults) -> throw new AssertionError(faults);
        };
    }

    private BlockingQueue<Told> at(String path) {
        return told.computeIfAbsent(path, _ -> new LinkedBlockingQueue<>());
    }

    private Told next(String path) throws InterruptedException {
        Told one = at(path).poll(60, TimeUnit.SECONDS);
        assertThat(one).as("what came to %s; %s", path, notes).isNotNull();
        return one;
    }

    private static int post(URI uri, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build();
            return client.send(request, BodyHandlers.ofString()).statusCode();
        }
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }

    /** Every byte of every file, as Latin-1, so that nothing hides behind a broken character. */
    private String everythingKept() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
