package weservstatus.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import weservstatus.incident.Maintenance;
import weservstatus.status.SampleSnapshots;

/** What readers that others wrote understand of one open incident and weekly work. */
class ClientsIT {
    private static final String INCIDENT = "WebP pictures fail – identified";

    private final PublishedSite site = new PublishedSite(SampleSnapshots.incident());

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void statuspageIoOfNpmReadsEveryPath() throws IOException {
        JsonNode read = Client.node("read-statuspage.cjs", site.address().toString()).json();

        assertThat(read.path("indicator").asString()).isEqualTo("major");
        assertThat(read.path("summary").asString()).isEqualTo("major");
        assertThat(read.at("/components/Formats").asString()).isEqualTo("partial_outage");
        assertThat(read.at("/components/Cached pictures").asString()).isEqualTo("operational");
        assertThat(texts(read.path("incidents"))).containsExactly("WebP pictures fail");
        assertThat(read.path("unresolved").values()).extracting(JsonNode::asInt).containsExactly(2);
        // Whatever maintenance it is asked for, it fetches what is to come.
        assertThat(texts(read.path("maintenances"))).containsExactly("2026-11-30T01:30:00.000Z");
        assertThat(read.path("upcoming").asInt()).isEqualTo(1);
    }

    /** It has no word for what Statuspage has no word for, and ends with an error there. */
    @Test
    void statuscheckOfPyPiKnowsEveryWordOfEveryKindOfSnapshot() throws IOException {
        List<PublishedSite> sites =
                SampleSnapshots.ofEveryKind(3).limit(40).map(PublishedSite::new).toList();
        String[] addresses =
                sites.stream().map(one -> one.address().toString()).toArray(String[]::new);
        try {
            JsonNode read = Client.python("read_statuscheck.py", addresses).json();

            assertThat(read.size()).isEqualTo(sites.size());
            JsonNode incident = read.get(1);
            assertThat(incident.path("code").asString()).isEqualTo("major");
            assertThat(incident.at("/components/Formats").asString()).isEqualTo("Partial outage");
            assertThat(incident.at("/told/0").toString())
                    .isEqualTo("[\"WebP pictures fail\",\"identified\",[\"Formats\"]]");
        } finally {
            sites.forEach(PublishedSite::close);
        }
    }

    /** Over the change of the clock in March, by the time zone that the calendar brings. */
    @Test
    void recurringIcalEventsOfPyPiExpectsWeeklyWorkAtTheSameWallClock() throws IOException {
        Maintenance weekly = ReadersTest.recurring(Optional.empty(), List.of());
        try (PublishedSite planned = new PublishedSite(ReadersTest.snapshot(weekly))) {
            String address = planned.address().toString();
            JsonNode read =
                    Client.python("read_calendar.py", address, "2027-03-20", "2027-04-10").json();

            assertThat(read.path("faults").size()).isZero();
            assertThat(texts(read.path("zones"))).containsExactly("Europe/Berlin");
            assertThat(texts(read.path("starts")))
                    .containsExactly(
                            "2027-03-23T02:30:00+01:00",
                            "2027-03-30T02:30:00+02:00",
                            "2027-04-06T02:30:00+02:00");
        }
    }

    @Test
    void rssParserIcalJsAndBadgeMakerReadTheirs() throws IOException {
        JsonNode read = Client.node("read-feeds.cjs", site.address().toString()).json();

        for (String format : List.of("atom", "rss")) {
            assertThat(read.at("/" + format + "/items/0/title").asString()).isEqualTo(INCIDENT);
        }
        // Of Atom it shows when the entry was first published, of RSS the one date that there is.
        assertThat(read.at("/atom/items/0/date").asString()).isEqualTo("2026-11-23T21:12:30.000Z");
        assertThat(read.at("/rss/items/0/date").asString()).isEqualTo("2026-11-23T21:21:07.000Z");
        assertThat(read.at("/rss/items/0/id")).isEqualTo(read.at("/atom/items/0/id"));
        assertThat(read.path("events").size()).isEqualTo(1);
        assertThat(texts(read.at("/events/0/starts")))
                .containsExactly("2026-11-23T01:30:00.000Z", "2026-11-30T01:30:00.000Z");
        assertThat(read.at("/badge/schemaVersion").asInt()).isEqualTo(1);
        assertThat(read.at("/badge/title").asString()).isEqualTo("Formats: partial outage");
    }

    /** Both measure the same words in the same face; ours has a little more room at the edges. */
    @Test
    void ourBadgeIsAboutAsWideAsTheOneOfBadgeMaker() throws Exception {
        double theirs =
                Client.node("read-feeds.cjs", site.address().toString())
                        .json()
                        .at("/badge/width")
                        .asDouble();
        String svg = get("badge/formats/status.svg");

        double ours = Double.parseDouble(svg.replaceAll("(?s).*? width=\"(\\d+)\".*", "$1"));
        assertThat(ours).isBetween(theirs - 2, theirs + 8);
    }

    @Test
    void feedparserAndThePrometheusParserReadTheirs() throws IOException {
        JsonNode read = Client.python("read_documents.py", site.address().toString()).json();

        for (String format : List.of("atom", "rss")) {
            assertThat(read.at("/" + format + "/bozo").asBoolean()).isFalse();
            assertThat(read.at("/" + format + "/items/0/title").asString()).isEqualTo(INCIDENT);
        }
        assertThat(read.at("/atom/version").asString()).isEqualTo("atom10");
        assertThat(read.at("/rss/version").asString()).isEqualTo("rss20");
        assertThat(read.at("/metrics/type").asString())
                .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(texts(read.at("/metrics/state"))).containsExactly("partial_outage");
        assertThat(texts(read.at("/metrics/labels")))
                .containsExactly(
                        "check",
                        "component",
                        "location",
                        "percentile",
                        "phase",
                        "state",
                        "status",
                        "window");
    }

    @Test
    void statuspagePrometheusExporterReadsTheSummary(@TempDir Path folder) throws IOException {
        Path services =
                Files.writeString(
                        folder.resolve("services.json"),
                        "{\"ours\": {\"name\": \"Ours\", \"url\": \"%sapi/v2/summary.json\"}}"
                                .formatted(site.address()));
        Path metrics = folder.resolve("metrics.prom");
        String program =
                Client.installed("tools/venv")
                        .resolve("bin/statuspage-prometheus-exporter")
                        .toString();

        Client.of(program)
                .with("SERVICES_JSON_PATH", services.toString())
                .with("RUN_MODE", "once")
                .with("METRICS_TEXTFILE_PATH", metrics.toString())
                .in(folder)
                .output();

        assertThat(Files.readAllLines(metrics))
                .contains(
                        "statuspage_probe_check{service_name=\"Ours\"} 1.0",
                        "statuspage_component_status{component_name=\"Formats\",service_name=\"Ours\"} 0.0",
                        "statuspage_component_status{component_name=\"Cached pictures\",service_name=\"Ours\"} 1.0")
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("statuspage_incident_info{")
                                .contains("WebP pictures fail"));
    }

    @Test
    void promtoolFindsNothingToSayAboutTheMetrics() throws Exception {
        assertThat(Client.of("promtool", "check", "metrics").output(get("metrics"))).isEmpty();
    }

    @Test
    void promtoolTakesTheRulesAndTheConfiguration() throws IOException {
        String folder = Client.ROOT.resolve("integrations/prometheus").toString();

        assertThat(Client.of("promtool", "check", "config", folder + "/prometheus.yml").output())
                .contains("SUCCESS: 1 rule files found");
        assertThat(Client.of("promtool", "check", "rules", folder + "/alerts.yml").output())
                .contains("SUCCESS: 5 rules found");
        assertThat(Client.of("promtool", "test", "rules", folder + "/alerts.test.yml").output())
                .contains("SUCCESS");
    }

    /** The model is made from Grafana's schema; it writes no id where there is none yet. */
    @Test
    void grafanasOwnModelOfADashboardKnowsEveryFieldOfOurs() throws IOException {
        String dashboard = Client.ROOT.resolve("integrations/grafana/dashboard.json").toString();
        JsonNode read = Client.python("read_dashboard.py", dashboard).json();

        assertThat(texts(read.path("lost"))).containsExactly("/id");
        assertThat(texts(read.path("panels")))
                .hasSize(8)
                .containsOnly("stat", "timeseries", "bargauge");
    }

    private String get(String path) throws Exception {
        URI uri = site.address().resolve(path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(JsonNode::asString).toList();
    }
}
