package weservstatus.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.process.ChildProcess;
import weservstatus.status.SampleSnapshots;

/** A real Prometheus reads us by the configuration that ships, a real Alertmanager is told. */
class PrometheusIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void prometheusReadsUsAndItsAlertsReachAnAlertmanager() throws Exception {
        try (PublishedSite site = new PublishedSite(SampleSnapshots.incident());
                ChildProcess alertmanager = ChildProcess.start(this::alertmanager);
                ChildProcess prometheus =
                        ChildProcess.start(port -> prometheus(port, site, alertmanager))) {
            assertThat(eventually(query(prometheus, "up{job=\"weserv-status\"}"), "/data/result"))
                    .allSatisfy(up -> assertThat(up.at("/value/1").asString()).isEqualTo("1"));
            assertThat(
                            eventually(
                                    query(prometheus, "weserv_component_status == 1"),
                                    "/data/result"))
                    .extracting(sample ->
                            sample.at("/metric/component").asString()
                                    + " "
                                    + sample.at("/metric/status").asString())
                    .containsExactlyInAnyOrder(
                            "cached operational",
                            "formats partial_outage",
                            "sizes degraded_performance");
            for (String query : dashboardQueries()) {
                assertThat(eventually(query(prometheus, query), "/data/result"))
                        .as(query)
                        .isNotEmpty();
            }
            URI alerts = alertmanager.address().resolve("/api/v2/alerts");
            assertThat(eventually(alerts, ""))
                    .anySatisfy(alert -> {
                        assertThat(alert.at("/labels/alertname").asString())
                                .isEqualTo("ImageServiceComponentFails");
                        assertThat(alert.at("/labels/component").asString()).isEqualTo("formats");
                    });
        }
    }

    private ChildProcess.Command alertmanager(int port) {
        String configuration = "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n";
        return new ChildProcess.Command(
                List.of(
                        "prometheus-alertmanager",
                        "--config.file=" + write("alertmanager.yml", configuration),
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port),
                Map.of(),
                "/-/ready",
                folder.resolve("alertmanager.log"));
    }

    /** What ships, with our addresses and without the patience that a test cannot have. */
    private ChildProcess.Command prometheus(
            int port, PublishedSite site, ChildProcess alertmanager) {
        write("alerts.yml", shipped("alerts.yml").replaceAll("for: .*", "for: 0s"));
        String configuration =
                shipped("prometheus.yml")
                        .replaceAll("_interval: 30s", "_interval: 1s")
                        .replace("scheme: https", "scheme: http")
                        .replace("status.example.org\"", site.address().getAuthority() + '"')
                        .replace("127.0.0.1:9093", alertmanager.address().getAuthority());
        return new ChildProcess.Command(
                List.of(
                        "prometheus",
                        "--config.file=" + write("prometheus.yml", configuration),
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port),
                Map.of(),
                "/-/ready",
                folder.resolve("prometheus.log"));
    }

    private static URI query(ChildProcess prometheus, String query) {
        return prometheus
                .address()
                .resolve("/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    /** The items at this place of the answer, once there are any. */
    private static List<JsonNode> eventually(URI uri, String place) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor()) {
            CompletableFuture<List<JsonNode>> found = new CompletableFuture<>();
            ScheduledFuture<?> questions =
                    asking.scheduleWithFixedDelay(
                            () -> ask(client, uri, place, found), 0, 200, TimeUnit.MILLISECONDS);
            try {
                return found.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } finally {
                questions.cancel(true);
            }
        }
    }

    private static void ask(
            HttpClient client, URI uri, String place, CompletableFuture<List<JsonNode>> found) {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            String body = client.send(request, BodyHandlers.ofString()).body();
            JsonNode items = JsonMapper.shared().readTree(body).at(place);
            if (!items.isEmpty()) {
                found.complete(List.copyOf(items.values()));
            }
        } catch (IOException e) {
            found.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            found.completeExceptionally(e);
        }
    }

    private static List<String> dashboardQueries() throws IOException {
        Path dashboard = Client.ROOT.resolve("integrations/grafana/dashboard.json");
        List<String> queries =
                JsonMapper.shared().readTree(dashboard.toFile()).path("panels").values().stream()
                        .map(panel -> panel.at("/targets/0/expr").asString())
                        .toList();
        assertThat(queries).isNotEmpty().doesNotContain("");
        return queries;
    }

    private String write(String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shipped(String file) {
        try {
            return Files.readString(Client.ROOT.resolve("integrations/prometheus").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
