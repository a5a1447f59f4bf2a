package weservstatus.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.api.AlertRoute;
import weservstatus.api.Response;
import weservstatus.check.BeatToken;
import weservstatus.check.ComponentId;
import weservstatus.incident.AlertDoor;
import weservstatus.incident.Impact;
import weservstatus.incident.Incident;
import weservstatus.local.Server;
import weservstatus.local.SiteFiles;
import weservstatus.local.SqliteTable;
import weservstatus.notify.AlertmanagerChannel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.notify.Event;
import weservstatus.notify.SampleMessages;
import weservstatus.process.ChildProcess;
import weservstatus.send.NetworkSender;
import weservstatus.store.IncidentStore;
import weservstatus.store.OverrideStore;
import weservstatus.store.Stored;
import weservstatus.usecase.ReceiveAlerts;
import weservstatus.verdict.ComponentStatus;

/** Debian's Alertmanager hears of our incidents, and we hear of its alerts. */
class AlertmanagerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TOKEN = "Zz9-other_9876543210";
    private static final String QUIET = "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n";
    private static final String CALLING =
            """
            route: {receiver: status, group_wait: 1s, group_interval: 1s}
            receivers:
              - name: status
                webhook_configs: [{url: "URL", send_resolved: true}]
            """;

    @TempDir private Path folder;

    @Test
    void anIncidentFiresUnderOneSeverityUntilItIsOver() throws Exception {
        try (ChildProcess alertmanager = alertmanager(QUIET)) {
            URI active = alertmanager.address().resolve("/api/v2/alerts?active=true");
            var channel =
                    new AlertmanagerChannel(
                            ChannelHead.of(new ChannelId("am")),
                            alertmanager.address(),
                            Optional.empty(),
                            true);
            var sender =
                    new NetworkSender(
                            _ -> Optional.empty(), Optional.empty(), InstantSource.system());

            for (Impact impact : List.of(Impact.MINOR, Impact.MINOR, Impact.CRITICAL)) {
                var message = SampleMessages.incident(Event.UPDATE, impact, "Images: fail in part");
                assertThat(sender.send(message, channel)).isEqualTo(Delivery.SENT);

                String severity = impact == Impact.MINOR ? "warning" : "critical";
                JsonNode alerts =
                        eventually(active, one -> severities(one).equals(List.of(severity)));
                assertThat(alerts.at("/0/labels/alertname").asString())
                        .isEqualTo("WeservStatusIncident");
                assertThat(alerts.at("/0/annotations/summary").asString())
                        .isEqualTo("Update: Images: fail in part (wsrv.nl)");
            }

            var over =
                    SampleMessages.incident(
                            Event.RESOLVED, Impact.CRITICAL, "Images: fail in part");
            assertThat(sender.send(over, channel)).isEqualTo(Delivery.SENT);
            assertThat(eventually(active, JsonNode::isEmpty)).isEmpty();
        }
    }

    @Test
    void alertsOpenAnIncidentAndSetAComponentUntilTheyEnd() throws Exception {
        InstantSource clock = InstantSource.system();
        try (SqliteTable table = SqliteTable.open(folder.resolve("status.db"), clock)) {
            AlertRoute route =
                    new AlertRoute(
                            new ReceiveAlerts(
                                    List.of(door()), _ -> Optional.of(TOKEN), table, clock),
                            clock);
            CompletableFuture<Response> first = new CompletableFuture<>();
            CompletableFuture<Response> second = new CompletableFuture<>();
            try (Server server =
                            Server.start(
                                    0,
                                    request -> {
                                        Response response = route.handle(request);
                                        if (!first.complete(response)) {
                                            second.complete(response);
                                        }
                                        return response;
                                    },
                                    SiteFiles.bundled(
                                            () -> URI.create("https://status.example.org")),
                                    trouble -> {
                                        throw new AssertionError(trouble);
                                    });
                    ChildProcess alertmanager =
                            alertmanager(
                                    CALLING.replace(
                                            "URL", server.url() + "/api/v1/alerts/" + TOKEN))) {
                URI alerts = alertmanager.address().resolve("/api/v2/alerts");
                Instant now = clock.instant();

                push(alerts, now.minusSeconds(60), now.plusSeconds(600));
                assertThat(first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status())
                        .isEqualTo(200);
                assertThat(incidents(table))
                        .singleElement()
                        .satisfies(incident -> {
                            assertThat(incident.isOpen()).isTrue();
                            assertThat(incident.title()).isEqualTo("The queue is full");
                            assertThat(incident.components())
                                    .containsEntry(
                                            new ComponentId("resize"),
                                            ComponentStatus.PARTIAL_OUTAGE);
                        });
                assertThat(OverrideStore.all(table))
                        .singleElement()
                        .satisfies(said -> {
                            assertThat(said.component()).isEqualTo(new ComponentId("cache"));
                            assertThat(said.status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
                        });

                push(alerts, now.minusSeconds(60), clock.instant().minusMillis(1));
                assertThat(second.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).status())
                        .isEqualTo(200);
                assertThat(incidents(table))
                        .singleElement()
                        .satisfies(incident -> assertThat(incident.isOpen()).isFalse());
                assertThat(OverrideStore.all(table)).isEmpty();
            }
        }
    }

    private static AlertDoor door() {
        return new AlertDoor(
                "am",
                new BeatToken.Variable("ALERTS_TOKEN"),
                List.of(
                        new AlertDoor.Rule(
                                Map.of("alertname", "Full"),
                                new ComponentId("resize"),
                                ComponentStatus.PARTIAL_OUTAGE,
                                AlertDoor.Meaning.INCIDENT),
                        new AlertDoor.Rule(
                                Map.of("alertname", "Dead"),
                                new ComponentId("cache"),
                                ComponentStatus.MAJOR_OUTAGE,
                                AlertDoor.Meaning.STATE)),
                Duration.ofHours(5));
    }

    private static List<Incident> incidents(SqliteTable table) {
        return new IncidentStore(table).all().stream().map(Stored::value).toList();
    }

    private ChildProcess alertmanager(String configuration) {
        return ChildProcess.start(port ->
                new ChildProcess.Command(
                        List.of(
                                "prometheus-alertmanager",
                                "--config.file=" + write(configuration),
                                "--storage.path=" + folder.resolve("alertmanager"),
                                "--cluster.listen-address=",
                                "--web.listen-address=127.0.0.1:" + port),
                        Map.of(),
                        "/-/ready",
                        folder.resolve("alertmanager.log")));
    }

    private String write(String configuration) {
        try {
            return Files.writeString(folder.resolve("alertmanager.yml"), configuration).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void push(URI alerts, Instant from, Instant to) throws Exception {
        String body =
                """
                [{"labels": {"alertname": "Full"}, "annotations": {"summary": "The queue is full"},
                  "startsAt": "FROM", "endsAt": "TO"},
                 {"labels": {"alertname": "Dead"}, "annotations": {"summary": "The queue is full"},
                  "startsAt": "FROM", "endsAt": "TO"}]
                """
                        .replace("FROM", from.toString())
                        .replace("TO", to.toString());
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(alerts)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build();
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    private static List<String> severities(JsonNode alerts) {
        return alerts.values().stream()
                .map(alert -> alert.at("/labels/severity").asString())
                .toList();
    }

    /** What is answered, once it is what was waited for. */
    private static JsonNode eventually(URI uri, Predicate<JsonNode> awaited) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor()) {
            CompletableFuture<JsonNode> found = new CompletableFuture<>();
            var questions =
                    asking.scheduleWithFixedDelay(
                            () -> ask(client, uri, awaited, found), 0, 200, TimeUnit.MILLISECONDS);
            try {
                return found.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } finally {
                questions.cancel(true);
            }
        }
    }

    private static void ask(
            HttpClient client,
            URI uri,
            Predicate<JsonNode> awaited,
            CompletableFuture<JsonNode> found) {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            JsonNode answer =
                    JsonMapper.shared()
                            .readTree(client.send(request, BodyHandlers.ofString()).body());
            if (awaited.test(answer)) {
                found.complete(answer);
            }
        } catch (IOException e) {
            found.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            found.completeExceptionally(e);
        }
    }
}
