package weservstatus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.status.SampleOverrulings;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.Staleness;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.SnapshotJson;
import weservstatus.verdict.ComponentOverride.Speaker;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Overruling;

/** That a state was set by somebody stands beside it, wherever there is a place for words. */
class OverruledDocumentsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Overruling SAID =
            new Overruling(
                    Instant.parse("2026-11-23T21:00:00Z"),
                    Instant.parse("2026-11-24T08:00:00Z"),
                    "A <dead> disk",
                    Speaker.PERSON,
                    ComponentStatus.OPERATIONAL);
    private static final String WORDS =
            "set by the operator until 24 Nov 2026, 08:00 UTC: A <dead> disk";

    private final StatusSnapshot snapshot =
            SampleOverrulings.of(SampleSnapshots.calm(), ComponentStatus.MAJOR_OUTAGE, SAID);
    private final PublishedDocuments documents = Documents.of(snapshot);

    @Test
    void theStatusDocumentHasAllButWhoItWas() {
        JsonNode said = json(DocumentName.STATUS).at("/groups/0/components/0/override");

        assertThat(said)
                .isEqualTo(
                        JSON.readTree(
                                """
                                {"by": "person", "since": "2026-11-23T21:00:00Z", "until": "2026-11-24T08:00:00Z", "reason": "A <dead> disk", "seen": "operational"}
                                """));
    }

    @Test
    void statuspageSaysSoInTheDescription() {
        JsonNode leaf = json(DocumentName.STATUSPAGE_COMPONENTS).at("/components/1");

        assertThat(leaf.path("status").asString()).isEqualTo("major_outage");
        assertThat(leaf.path("description").asString()).endsWith("(" + WORDS + ")");
    }

    @Test
    void feedsAndPlainPageSaySoInWords() {
        String name = snapshot.components().getFirst().component().name();
        assertThat(json(DocumentName.FEED_JSON).path("description").asString())
                .isEqualTo("Now: major outage; " + name + ": major outage, " + WORDS);
        assertThat(text(DocumentName.PLAIN))
                .contains("<td>major outage, " + WORDS.replace("<", "&lt;").replace(">", "&gt;"));
    }

    @Test
    void theBadgeShowsTheStateAndTheMetricsUntilWhen() {
        String id = snapshot.components().getFirst().component().id().value();
        String badge =
                new String(
                        documents
                                .badge(id, BadgeName.STATUS_JSON)
                                .orElseThrow()
                                .body(Coding.IDENTITY),
                        StandardCharsets.UTF_8);
        assertThat(badge).contains("major outage");
        assertThat(text(DocumentName.METRICS).lines())
                .filteredOn(line -> line.startsWith("weserv_component_override"))
                .containsExactly(
                        "weserv_component_override_until_timestamp_seconds{component=\"%s\"} 1795507200.000"
                                .formatted(id));
    }

    @Test
    void itIsKeptWithTheSnapshotAndGoneOnceTheDataAreTooOld() {
        assertThat(SnapshotJson.read(SnapshotJson.write(snapshot))).isEqualTo(snapshot);
        assertThat(Staleness.unseen(snapshot).components())
                .extracting(state -> state.overruling())
                .containsOnly(Optional.empty());
    }

    private JsonNode json(DocumentName name) {
        return JSON.readTree(text(name));
    }

    private String text(DocumentName name) {
        return new String(documents.get(name).body(Coding.IDENTITY), StandardCharsets.UTF_8);
    }
}
