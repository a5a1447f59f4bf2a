package weservstatus.document;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.text.ShortId;
import weservstatus.verdict.ComponentStatus;

class StatuspageV2Test {
    private static final JsonMapper STRICT =
            new JsonMapper(
                    JsonFactory.builder()
                            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                            .build());

    static Stream<StatusSnapshot> snapshots() {
        return SampleSnapshots.ofEveryKind(100);
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void aStrictReaderFindsNothingToComplainOf(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);

        assertThat(
                        StatuspageSchema.faultsOfSummary(
                                read(documents, DocumentName.STATUSPAGE_SUMMARY)))
                .isEmpty();
        assertThat(StatuspageSchema.faultsOfStatus(read(documents, DocumentName.STATUSPAGE_STATUS)))
                .isEmpty();
        assertThat(
                        StatuspageSchema.faultsOfComponents(
                                read(documents, DocumentName.STATUSPAGE_COMPONENTS)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void aStrictReaderOfIncidentsFindsNothingToComplainOf(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);

        assertThat(
                        StatuspageSchema.faultsOfIncidents(
                                read(documents, DocumentName.STATUSPAGE_INCIDENTS), false))
                .isEmpty();
        assertThat(
                        StatuspageSchema.faultsOfIncidents(
                                read(documents, DocumentName.STATUSPAGE_UNRESOLVED), true))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "STATUSPAGE_MAINTENANCES, scheduled|in_progress|verifying|completed",
        "STATUSPAGE_UPCOMING, scheduled",
        "STATUSPAGE_ACTIVE, in_progress|verifying"
    })
    void aStrictReaderOfPlannedWorkFindsNothingToComplainOf(DocumentName name, String statuses) {
        assertThat(snapshots())
                .allSatisfy(snapshot ->
                        assertThat(
                                        StatuspageSchema.faultsOfMaintenances(
                                                read(Documents.of(snapshot), name), statuses))
                                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void bothInterfacesListTheSameOpenIncidentsAndWork(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);
        JsonNode own = read(documents, DocumentName.STATUS);
        JsonNode summary = read(documents, DocumentName.STATUSPAGE_SUMMARY);

        assertThat(
                        stream(summary.path("incidents"))
                                .filter(incident -> !isBlindness(incident))
                                .map(incident -> incident.path("id").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        stream(own.path("incidents"))
                                .filter(incident -> incident.path("ended").isNull())
                                .map(incident -> incident.path("id").asString())
                                .toList());
        assertThat(
                        stream(summary.path("scheduled_maintenances"))
                                .map(work -> work.path("id").asString()))
                .containsExactlyElementsOf(
                        stream(own.path("maintenance"))
                                .filter(work ->
                                        Set.of("scheduled", "in_progress", "verifying")
                                                .contains(work.path("status").asString()))
                                .map(work -> work.path("id").asString())
                                .toList());
    }

    private static boolean isBlindness(JsonNode incident) {
        return incident.path("name").asString().equals("The monitor is blind");
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void bothInterfacesAgreeOnEveryState(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);
        JsonNode own = read(documents, DocumentName.STATUS);
        JsonNode summary = read(documents, DocumentName.STATUSPAGE_SUMMARY);

        assertThat(ownStates(own)).isEqualTo(statuspageStates(summary, snapshot));
        assertThat(summary.path("status").path("indicator").asString())
                .isEqualTo(INDICATORS.get(own.path("status").asString()));
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void partsOfTheSummaryAreTheOtherDocuments(StatusSnapshot snapshot) {
        PublishedDocuments documents = Documents.of(snapshot);
        JsonNode summary = read(documents, DocumentName.STATUSPAGE_SUMMARY);
        JsonNode status = read(documents, DocumentName.STATUSPAGE_STATUS);
        JsonNode components = read(documents, DocumentName.STATUSPAGE_COMPONENTS);

        assertThat(status.path("page")).isEqualTo(summary.path("page"));
        assertThat(status.path("status")).isEqualTo(summary.path("status"));
        assertThat(components.path("components")).isEqualTo(summary.path("components"));
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void namesSurviveButForHalvesOfCharacters(StatusSnapshot snapshot) {
        JsonNode summary = read(Documents.of(snapshot), DocumentName.STATUSPAGE_SUMMARY);
        String name = snapshot.page().name();
        String carried = new String(name.getBytes(UTF_16BE), UTF_16BE);

        assertThat(summary.path("page").path("name").asString()).isEqualTo(carried);
    }

    @ParameterizedTest
    @CsvSource({
        "page, https://status.example.org, sd29imvit700",
        "component, formats, bm6kr31b8szo",
        "group, formats, covi3pxinoqr"
    })
    void idsNeverChange(String kind, String identity, String id) {
        assertThat(ShortId.of(kind, identity)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    OPERATIONAL,          operational,          none,        All Systems Operational
                    UNDER_MAINTENANCE,    under_maintenance,    maintenance, Service Under Maintenance
                    UNKNOWN,              degraded_performance, minor,       Partially Degraded Service
                    DEGRADED_PERFORMANCE, degraded_performance, minor,       Partially Degraded Service
                    PARTIAL_OUTAGE,       partial_outage,       major,       Partial System Outage
                    MAJOR_OUTAGE,         major_outage,         critical,    Major Service Outage
                    """)
    void everyStatusHasItsWords(
            ComponentStatus status, String component, String indicator, String description) {
        assertThat(StatuspageWords.component(status)).isEqualTo(component);
        assertThat(StatuspageWords.indicator(status)).isEqualTo(indicator);
        assertThat(StatuspageWords.description(status)).isEqualTo(description);
    }

    @Test
    void theStrictReaderSeesAKeyTooManyAndAKeyTooFew() {
        JsonNode tooMany =
                read(Documents.of(SampleSnapshots.blind()), DocumentName.STATUSPAGE_SUMMARY);
        ((ObjectNode) tooMany.path("incidents").get(0)).put("postmortem", "none");
        JsonNode tooFew =
                read(Documents.of(SampleSnapshots.calm()), DocumentName.STATUSPAGE_COMPONENTS);
        ((ObjectNode) tooFew.path("components").get(0)).remove("components");

        assertThat(StatuspageSchema.faultsOfSummary(tooMany))
                .singleElement()
                .asString()
                .startsWith("incidents[0] has the keys");
        assertThat(StatuspageSchema.faultsOfComponents(tooFew)).isNotEmpty();
    }

    private static final Map<String, String> INDICATORS =
            Map.of(
                    "operational", "none",
                    "under_maintenance", "maintenance",
                    "unknown", "minor",
                    "degraded_performance", "minor",
                    "partial_outage", "major",
                    "major_outage", "critical");

    private static Map<String, String> ownStates(JsonNode own) {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode group : own.path("groups")) {
            for (JsonNode component : group.path("components")) {
                states.put(component.path("id").asString(), component.path("status").asString());
            }
        }
        return states;
    }

    /** Component states by our ids; what the blind incident lists is unknown. */
    private static Map<String, String> statuspageStates(JsonNode summary, StatusSnapshot snapshot) {
        Set<String> unknown =
                stream(summary.path("incidents"))
                        .filter(StatuspageV2Test::isBlindness)
                        .flatMap(incident -> stream(incident.path("components")))
                        .map(component -> component.path("id").asString())
                        .collect(toSet());
        Map<String, String> byId =
                stream(summary.path("components"))
                        .collect(
                                toMap(
                                        component -> component.path("id").asString(),
                                        component -> component.path("status").asString()));
        Map<String, String> states = new TreeMap<>();
        for (StatusSnapshot.ComponentState state : snapshot.components()) {
            String ours = state.component().id().value();
            String theirs = ShortId.of("component", ours);
            String status = byId.getOrDefault(theirs, "missing");
            boolean blind = unknown.contains(theirs) && status.equals("degraded_performance");
            states.put(ours, blind ? "unknown" : status);
        }
        return states;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode read(PublishedDocuments documents, DocumentName name) {
        return STRICT.readTree(documents.get(name).body(Coding.IDENTITY));
    }
}
