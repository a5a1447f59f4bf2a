package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.check.ComponentId;
import weservstatus.document.Coding;
import weservstatus.document.DocumentName;
import weservstatus.document.Documents;
import weservstatus.document.PublishedDocuments;
import weservstatus.document.Rendered;
import weservstatus.incident.Author;
import weservstatus.incident.ComponentChange;
import weservstatus.incident.Impact;
import weservstatus.incident.Incident;
import weservstatus.incident.IncidentId;
import weservstatus.incident.IncidentStatus;
import weservstatus.incident.IncidentUpdate;
import weservstatus.uptime.Tally;
import weservstatus.usecase.Archive.Form;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Scene;

/** Months and incidents, as they are read from the stores of a monitor that runs. */
class ArchiveTest {
    private static final YearMonth NOVEMBER = YearMonth.parse("2026-11");
    private static final ComponentId PICTURES = new ComponentId("pictures");

    private final Story story = new Story(Story.small());
    private final Archive archive = new Archive(story.table, story.blobs);

    private PublishedDocuments reviewed(String moment) {
        return Documents.of(
                story.hour(
                        (Instant.parse(moment).toEpochMilli() - Scene.START.toEpochMilli())
                                / 1_000.0));
    }

    private static JsonNode json(Optional<Rendered> document) {
        return JsonMapper.shared().readTree(document.orElseThrow().body(Coding.IDENTITY));
    }

    private static String text(Optional<Rendered> document) {
        return new String(document.orElseThrow().body(Coding.IDENTITY), StandardCharsets.UTF_8);
    }

    private JsonNode status(PublishedDocuments documents) {
        return JsonMapper.shared()
                .readTree(documents.get(DocumentName.STATUS).body(Coding.IDENTITY));
    }

    /** Only a month says of its days whether they were revised, and these were not. */
    private static JsonNode unrevised(JsonNode day) {
        assertThat(((ObjectNode) day).remove("revised").isNull()).isTrue();
        return day;
    }

    @Test
    void theOpenMonthSaysOfEachDayWhatTheStatusSays() {
        story.minute(0, "good");
        story.minute(1, "good");
        PublishedDocuments now = reviewed("2026-11-25T12:00:00Z");

        JsonNode month = json(archive.month(now, NOVEMBER, Form.HISTORY));
        JsonNode component = month.path("components").get(0);
        JsonNode shown = status(now).at("/groups/0/components/0");

        assertThat(month.path("sha256").isNull()).isTrue();
        assertThat(month.path("asOf").asString()).isEqualTo("2026-11-25T12:00:00Z");
        assertThat(component.path("days").values()).hasSize(25);
        assertThat(component.path("days").valueStream().skip(22).map(ArchiveTest::unrevised))
                .containsExactlyElementsOf(shown.path("days").valueStream().skip(87).toList());
        assertThat(component.path("coverage")).isEqualTo(shown.path("coverage"));
        assertThat(component.path("uptime")).isEqualTo(shown.path("uptime"));
    }

    @Test
    void anIncidentThatWasMergedAwayIsAnsweredByTheOneThatTookItIn() {
        story.minute(0, "good");
        Administration admin =
                Administration.over(Story.small(), story.table, story.blobs, story.clock);
        String whole = opened(admin, "whole");
        String gone = opened(admin, "gone");
        assertThat(admin.incidents().merge(whole, gone, mandate("merge")))
                .isInstanceOf(Outcome.Done.class);
        PublishedDocuments now = reviewed("2026-11-23T11:30:00Z");

        JsonNode document = json(archive.incident(now, gone));

        assertThat(document).isEqualTo(json(archive.incident(now, whole)));
        assertThat(document.at("/incident/id").asString()).isEqualTo(whole);
        assertThat(document.at("/incident/updates").values()).hasSize(2);
        assertThat(archive.incident(now, "aaaaaaaaaaaa")).isEmpty();
    }

    private static String opened(Administration admin, String title) {
        NewUpdate update =
                new NewUpdate(
                        Optional.empty(), title, Optional.empty(), Map.of(), Optional.empty());
        NewIncident wish =
                new NewIncident(
                        title,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(update));
        return ((Outcome.Done) admin.incidents().open(wish, mandate(title))).id();
    }

    private static Mandate mandate(String key) {
        return new Mandate("ada", Optional.empty(), Optional.of(new Mandate.Key(key, "digest")));
    }

    @Test
    void aFrozenMonthIsReportedAsItsLineHasIt() {
        story.minute(0, "good");
        reviewed("2026-11-23T11:30:00Z");
        reviewed("2026-11-30T23:30:00Z");
        reviewed("2026-12-03T23:30:00Z");
        PublishedDocuments now = reviewed("2026-12-04T00:30:00Z");
        var frozen = story.stores.raw().chain().months().months().getFirst();

        JsonNode report = json(archive.month(now, NOVEMBER, Form.REPORT_JSON));
        List<String> lines = text(archive.month(now, NOVEMBER, Form.REPORT_CSV)).lines().toList();

        assertThat(report.path("final").asBoolean()).isTrue();
        assertThat(report.path("sha256").asString()).isEqualTo(frozen.sha256());
        assertThat(report.at("/components/0/operational").asLong())
                .isEqualTo(
                        frozen.item()
                                .components()
                                .getOrDefault(PICTURES, Tally.NONE)
                                .operational());
        assertThat(report.at("/components/0/latency/n").asLong()).isEqualTo(2);
        assertThat(report.path("objectives").isArray()).isTrue();
        assertThat(report.path("last").asString()).isEqualTo("2026-12");
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast())
                .startsWith("2026-11,pictures,")
                .endsWith("," + frozen.sha256())
                .contains(",149900,");
    }

    @Test
    void ofMonthsWithoutARecordThereIsNothing() {
        story.minute(0, "good");
        PublishedDocuments now = reviewed("2026-11-25T12:00:00Z");

        for (String month : List.of("0001-01", "2026-10", "2026-12", "9999-12")) {
            for (Form form : Form.values()) {
                assertThat(archive.month(now, YearMonth.parse(month), form)).isEmpty();
            }
        }
    }

    @Test
    void anIncidentIsOfEachMonthThatItTouchesAndItsTimeIsShared() {
        story.minute(0, "good");
        reviewed("2026-11-30T23:30:00Z");
        Incident incident = lasting("2026-11-30T23:00:00Z", "2026-12-01T02:00:00Z");
        new IncidentWriter(story.table).write(Optional.empty(), incident, List.of());
        PublishedDocuments now = reviewed("2026-12-02T12:00:00Z");

        JsonNode november = json(archive.month(now, NOVEMBER, Form.REPORT_JSON));
        JsonNode december = json(archive.month(now, NOVEMBER.plusMonths(1), Form.REPORT_JSON));

        assertThat(november.at("/outages/0/id").asString()).isEqualTo(incident.id().value());
        assertThat(november.at("/outages/0/secondsWithin").asLong()).isEqualTo(3_600);
        assertThat(december.at("/outages/0/secondsWithin").asLong()).isEqualTo(7_200);
        JsonNode shown = json(archive.incident(now, incident.id().value()));
        assertThat(shown.at("/incident/title").asString()).isEqualTo("Pictures fail");
        assertThat(shown.path("maintenance").isNull()).isTrue();
        assertThat(shown.path("names").path("pictures").isString()).isTrue();
    }

    @Test
    void whatNobodyKnowsIsAbsent() {
        story.minute(0, "good");
        PublishedDocuments now = reviewed("2026-11-25T12:00:00Z");

        assertThat(archive.incident(now, "000000000000")).isEmpty();
        assertThat(archive.incident(now, "../../etc/passwd")).isEmpty();
    }

    @Test
    void theSameSnapshotIsReadForOnce() {
        story.minute(0, "good");
        PublishedDocuments now = reviewed("2026-11-25T12:00:00Z");
        Optional<Rendered> first = archive.month(now, NOVEMBER, Form.HISTORY);

        assertThat(archive.month(now, NOVEMBER, Form.HISTORY).orElseThrow())
                .isSameAs(first.orElseThrow());
        PublishedDocuments later = reviewed("2026-11-25T12:01:00Z");
        assertThat(archive.month(later, NOVEMBER, Form.HISTORY).orElseThrow())
                .isNotSameAs(first.orElseThrow());
    }

    private static Incident lasting(String started, String ended) {
        Instant from = Instant.parse(started);
        Instant to = Instant.parse(ended);
        return new Incident(
                IncidentId.ofTrouble(PICTURES, from),
                from,
                new Incident.Heading("Pictures fail", Impact.MAJOR, Author.machine()),
                new Incident.Span(from, Optional.of(to), Optional.empty()),
                List.of(
                        said("opened", IncidentStatus.INVESTIGATING, from),
                        said("over", IncidentStatus.RESOLVED, to)),
                List.of(),
                Optional.empty());
    }

    private static IncidentUpdate said(String id, IncidentStatus status, Instant at) {
        ComponentStatus after =
                status.isOver() ? ComponentStatus.OPERATIONAL : ComponentStatus.PARTIAL_OUTAGE;
        ComponentStatus before =
                status.isOver() ? ComponentStatus.PARTIAL_OUTAGE : ComponentStatus.OPERATIONAL;
        return new IncidentUpdate(
                id,
                status,
                Author.machine(),
                id,
                at,
                at,
                List.of(new ComponentChange(PICTURES, before, after)),
                true);
    }
}
