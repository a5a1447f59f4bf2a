package weservstatus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.status.RandomSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.text.ShortId;
import weservstatus.verdict.ComponentStatus;

/** Whoever reads one document learns the same as who reads another. */
class AgreementTest {
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<StatusSnapshot> snapshots() {
        return RandomSnapshots.of(200);
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void theStateOfTheWholeIsTheSameEverywhere(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);
        String state = json(documents.get(DocumentName.STATUS)).path("status").asString();
        String words = state.replace('_', ' ');

        assertThat(json(documents.get(DocumentName.STATUSPAGE_STATUS)).at("/status/indicator"))
                .hasToString('"' + indicator(state) + '"');
        assertThat(json(documents.badge(BadgeName.STATUS_JSON)).path("message").asString())
                .isEqualTo(words);
        assertThat(text(documents.badge(BadgeName.STATUS_SVG))).contains(": " + words + "</title>");
        assertThat(json(documents.get(DocumentName.FEED_JSON)).path("description").asString())
                .isEqualTo("Now: " + words);
        assertThat(text(documents.get(DocumentName.FEED_ATOM)))
                .contains("<subtitle>Now: " + words + "</subtitle>");
        assertThat(text(documents.get(DocumentName.FEED_RSS)))
                .contains("<description>Now: " + words + "</description>");
        assertThat(text(documents.get(DocumentName.PLAIN))).contains(": " + words + "</h1>");
        assertThat(trueStates(documents, "weserv_page_status{")).containsExactly(state);
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void theStateOfEachComponentIsTheSameEverywhere(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);
        JsonNode v2 = json(documents.get(DocumentName.STATUSPAGE_SUMMARY)).path("components");

        for (JsonNode component : components(documents)) {
            String id = component.path("id").asString();
            String state = component.path("status").asString();
            assertThat(badge(documents, id, BadgeName.STATUS_JSON))
                    .isEqualTo(state.replace('_', ' '));
            assertThat(trueStates(documents, "weserv_component_status{component=\"" + id + "\","))
                    .containsExactly(state);
            assertThat(
                            v2.values().stream()
                                    .filter(leaf -> leaf.path("id").asString().equals(shortId(id)))
                                    .map(leaf -> leaf.path("status").asString()))
                    .containsExactly(state.equals("unknown") ? "degraded_performance" : state);
        }
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void uptimeIsTheSameEverywhereAndMissingEverywhere(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);

        for (JsonNode component : components(documents)) {
            String id = component.path("id").asString();
            Optional<String> uptime = component.path("uptime").asStringOpt();
            assertThat(badge(documents, id, BadgeName.UPTIME_JSON))
                    .isEqualTo(uptime.map(percent -> percent + " %").orElse("unknown"));
            assertThat(lines(documents, "weserv_component_uptime_ratio{component=\"" + id + "\","))
                    .filteredOn(line -> line.contains("window=\"90d\""))
                    .map(line -> new BigDecimal(line.substring(line.indexOf(' ') + 1)))
                    .containsExactlyElementsOf(
                            uptime.map(percent -> new BigDecimal(percent).movePointLeft(2)).stream()
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void thePlainPageSaysOfEachComponentWhatTheDocumentSays(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);
        String page = text(documents.get(DocumentName.PLAIN));

        List<String> rows = List.of(page.split("<th scope=\"row\">", -1));
        assertThat(rows.subList(1, rows.size()))
                .zipSatisfy(
                        components(documents),
                        (row, said) -> assertThat(row).contains(stateAndUptime(said)));
    }

    private static String stateAndUptime(JsonNode component) {
        return "<td>%s</td><td>%s</td>"
                .formatted(
                        component.path("status").asString().replace('_', ' '),
                        component
                                .path("uptime")
                                .asStringOpt()
                                .map(percent -> percent + " %")
                                .orElse("not enough data"));
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void nothingUnknownIsGreen(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);

        for (var state : snapshot.components()) {
            for (BadgeName name : BadgeName.values()) {
                String id = state.component().id().value();
                String badge = text(documents.badge(id, name).orElseThrow());
                boolean unknown = state.status() == ComponentStatus.UNKNOWN;
                assertThat(badge.contains(Badge.GREY.substring(1)))
                        .isEqualTo(unknown || badge.contains("unknown"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void openIncidentsAreTheSameEverywhere(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);
        List<String> open =
                json(documents.get(DocumentName.STATUS)).path("incidents").values().stream()
                        .filter(incident -> incident.path("ended").isNull())
                        .map(incident -> incident.path("id").asString())
                        .toList();
        String feed = text(documents.get(DocumentName.FEED_ATOM));

        assertThat(lines(documents, "weserv_incidents_open "))
                .containsExactly("weserv_incidents_open " + open.size());
        assertThat(
                        json(documents.get(DocumentName.STATUSPAGE_UNRESOLVED))
                                .path("incidents")
                                .values())
                .extracting(incident -> incident.path("id").asString())
                .containsAll(open);
        assertThat(open)
                .allSatisfy(id -> assertThat(feed).contains("/incident.html?id=" + id + "\""));
    }

    private static String indicator(String state) {
        return switch (state) {
            case "operational" -> "none";
            case "under_maintenance" -> "maintenance";
            case "partial_outage" -> "major";
            case "major_outage" -> "critical";
            default -> "minor";
        };
    }

    private static List<JsonNode> components(PublishedDocuments documents) {
        return json(documents.get(DocumentName.STATUS)).path("groups").values().stream()
                .flatMap(group -> group.path("components").values().stream())
                .toList();
    }

    private static String shortId(String component) {
        return ShortId.of("component", component);
    }

    private static String badge(PublishedDocuments documents, String id, BadgeName name) {
        return json(documents.badge(id, name).orElseThrow()).path("message").asString();
    }

    private static List<String> trueStates(PublishedDocuments documents, String start) {
        return lines(documents, start).stream()
                .filter(line -> line.endsWith(" 1"))
                .map(line -> line.replaceAll(".*status=\"(.*)\"} 1", "$1"))
                .toList();
    }

    private static List<String> lines(PublishedDocuments documents, String start) {
        return Arrays.stream(text(documents.get(DocumentName.METRICS)).split("\n"))
                .filter(line -> line.startsWith(start))
                .toList();
    }

    private static JsonNode json(Rendered document) {
        return JSON.readTree(document.body(Coding.IDENTITY));
    }

    private static String text(Rendered document) {
        return new String(document.body(Coding.IDENTITY), StandardCharsets.UTF_8);
    }
}
