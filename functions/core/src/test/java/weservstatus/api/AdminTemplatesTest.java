package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import weservstatus.api.AdminCalls.Told;

class AdminTemplatesTest {
    private static final String SLOW =
            """
            {'id': 'slow', 'title': 'Slow in {{region}}', 'body': 'Pictures take {{seconds}} s in {{region}}.', 'status': 'identified', 'impact': 'minor'}
            """;

    private final AdminCalls calls = new AdminCalls();

    @Test
    void aTemplateNamesItsFields() {
        Told told = calls.post("templates", SLOW);

        assertThat(told.status()).isEqualTo(201);
        assertThat(told.location()).isEqualTo("/api/v1/admin/templates/slow");
        assertThat(told.json().path("fields").values())
                .extracting(JsonNode::asString)
                .containsExactly("region", "seconds");
        assertThat(calls.post("templates", SLOW).status()).isEqualTo(409);
    }

    @Test
    void anIncidentIsOpenedWithItsFieldsFilledIn() {
        calls.post("templates", SLOW);

        Told told =
                calls.post(
                        "incidents",
                        "{'template': {'id': 'slow', 'fields': {'region': 'Asia $1 {{seconds}}',"
                                + " 'seconds': '9'}}}");

        assertThat(told.json().path("title").asString()).isEqualTo("Slow in Asia $1 {{seconds}}");
        assertThat(told.json().at("/updates/0/body").asString())
                .isEqualTo("Pictures take 9 s in Asia $1 {{seconds}}.");
        assertThat(told.json().path("status").asString()).isEqualTo("identified");
        assertThat(told.json().path("impact").asString()).isEqualTo("minor");
    }

    @Test
    void whatIsSaidBesidesWinsOverTheTemplate() {
        calls.post("templates", SLOW);
        String fields = "'template': {'id': 'slow', 'fields': {'region': 'Asia', 'seconds': '9'}}";

        Told opened =
                calls.post(
                        "incidents",
                        "{'title': 'Mine', "
                                + fields
                                + ", 'updates': [{'components': {'formats':"
                                + " 'degraded_performance'}, 'status': 'investigating'}]}");
        Told said = calls.post("incidents/" + opened.id() + "/updates", "{" + fields + "}");

        assertThat(opened.json().path("title").asString()).isEqualTo("Mine");
        assertThat(opened.json().at("/updates/0/status").asString()).isEqualTo("investigating");
        assertThat(opened.json().at("/updates/0/changes/0/component").asString())
                .isEqualTo("formats");
        assertThat(said.json().at("/updates/1/status").asString()).isEqualTo("identified");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {'id': 'slow', 'fields': {'region': 'Asia'}}                              | template.fields.seconds | it is missing
                    {'id': 'slow', 'fields': {'region': 'a', 'seconds': '9', 'x': 'y'}}       | template.fields.x       | the template has no such field
                    {'id': 'slow', 'fields': {'region': 'a', 'seconds': 9}}                   | template.fields.seconds | it is not texts by their field's name
                    {'id': 'fast'}                                                            | template.id             | there is no template fast
                    """)
    void aFieldThatIsMissingOrUnknownIsRefused(String template, String field, String reason) {
        calls.post("templates", SLOW);

        Told told = calls.post("incidents", "{'template': " + template + "}");

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.error(field)).isEqualTo(reason);
    }

    @Test
    void bracesWithoutAFieldAreRefused() {
        Told told = calls.post("templates", "{'id': 'x', 'title': 'a {{ b }}', 'body': '{{B}}'}");

        assertThat(told.error("title")).isEqualTo("it has {{ without the name of a field");
        assertThat(told.error("body")).isEqualTo("it has {{ without the name of a field");
        assertThat(calls.post("templates", "{'id': 'A b', 'title': 'a'}").error("id"))
                .isEqualTo("it is A b");
    }

    @Test
    void aTemplateIsChangedAndRemovedOnCondition() {
        Told told = calls.post("templates", SLOW);

        Told changed = calls.patch("templates/slow", told.etag(), "{'title': 'Slow'}");
        assertThat(changed.json().path("title").asString()).isEqualTo("Slow");
        assertThat(calls.delete("templates/slow", told.etag()).status()).isEqualTo(412);
        assertThat(calls.delete("templates/slow", changed.etag()).status()).isEqualTo(204);
        assertThat(calls.get("templates/slow").status()).isEqualTo(404);
        assertThat(calls.get("templates").json().path("templates")).isEmpty();
    }

    @Test
    void eachChangeIsAuditedWithWhatWasBeforeAndAfter() {
        calls.post("templates", SLOW);
        calls.clock.advance(Duration.ofMinutes(1));
        calls.as(
                "bob", "PATCH", "templates/slow", "{'title': 'Slow'}", Map.of("if-match", "\"1\""));
        calls.clock.advance(Duration.ofMinutes(1));
        calls.delete("templates/slow", "\"2\"");

        JsonNode first = calls.get("audit?limit=2").json();
        JsonNode rest = calls.get("audit?after=" + first.path("next").asString()).json();

        assertThat(first.path("entries").values())
                .extracting(entry ->
                        entry.path("who").asString() + " " + entry.path("action").asString())
                .isEqualTo(List.of("ada remove", "bob change"));
        JsonNode change = first.at("/entries/1");
        assertThat(change.at("/before/title").asString()).isEqualTo("Slow in {{region}}");
        assertThat(change.at("/after/title").asString()).isEqualTo("Slow");
        assertThat(change.path("at").asString()).isEqualTo("2026-11-23T21:31:00Z");
        assertThat(rest.path("entries")).hasSize(1);
        assertThat(rest.path("entries").path(0).has("before")).isFalse();
    }

    @Test
    void theConfigurationIsShownAsItWasRead() {
        JsonNode read = calls.get("configuration").json();

        assertThat(read.path("components").values())
                .extracting(component -> component.path("id").asString())
                .containsExactly("formats", "resize");
        assertThat(read.path("checks").values())
                .extracting(check -> check.path("id").asString() + check.path("active"))
                .containsExactly("webptrue", "widthtrue");
    }

    @Test
    void aNumberBeyondItsBoundsIsRefused() {
        assertThat(calls.get("audit?limit=0").error("limit"))
                .isEqualTo("it is no number within the bounds");
    }
}
