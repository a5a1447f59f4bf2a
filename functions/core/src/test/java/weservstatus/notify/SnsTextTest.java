package weservstatus.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.ComponentId;
import weservstatus.incident.Impact;

class SnsTextTest {
    private static final int MOST_BYTES = 256 * 1024;

    @Test
    void eachProtocolGetsABodyOfItsOwn() {
        Message message =
                SampleMessages.incident(Event.OPENED, Impact.CRITICAL, "Image processing: down");

        JsonNode body = body(SnsText.of(message));

        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder("default", "email", "sms", "https", "http");
        assertThat(body.path("email").asString()).isEqualTo(MessageText.body(message));
        assertThat(body.path("sms").asString())
                .isEqualTo(
                        "New incident: Image processing: down (wsrv.nl)"
                                + " https://status.example.org/incidents/k3v9x1q0z7ab");
        JsonNode json = JsonMapper.shared().readTree(body.path("https").asString());
        assertThat(json.path("event").asString()).isEqualTo("opened");
        assertThat(json.path("id").asString()).isEqualTo(message.id().value());
    }

    @Test
    void filterPoliciesPickByComponentGroupImpactAndEvent() {
        SnsText sns = SnsText.of(SampleMessages.incident(Event.UPDATE, Impact.MINOR, "Slow"));

        assertThat(sns.attributes())
                .containsEntry("event", "update")
                .containsEntry("impact", "minor")
                .containsKey("id");
        assertThat(sns.lists())
                .containsEntry("component", "[\"processing\"]")
                .containsEntry("group", "[\"images\"]");
    }

    @Test
    void visitorsHearOfWhatTheyChoseAndOfWhatConcernsEverybody() {
        assertThat(SnsText.filterPolicy(Set.of())).isEqualTo("{\"audience\":[\"visitors\"]}");
        assertThat(SnsText.filterPolicy(Set.of(new ComponentId("b"), new ComponentId("a"))))
                .isEqualTo(
                        "{\"audience\":[\"visitors\"],\"component\":[\"a\",\"b\",{\"exists\":false}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"audience":["visitors"]}                                               | all
                    {}                                                                      | all
                    {"audience":["visitors"],"component":["a","b",{"exists":false}]}        | a,b
                    {"component": [{"exists": false}, "b", "a"], "audience": ["visitors"]}  | a,b
                    {"audience":["visitors"],"component":["a"]}                             | its own
                    {"audience":["visitors"],"component":["A b",{"exists":false}]}          | its own
                    {"audience":["owner","visitors"]}                                       | its own
                    {"audience":["visitors"],"impact":["major"]}                            | its own
                    {"impact":["major"]}                                                    | its own
                    {"component":{"a":"b"}}                                                 | its own
                    []                                                                      | its own
                    "visitors"                                                              | its own
                    {"audience":                                                            | its own
                    """)
    void whatAVisitorChoseIsReadFromTheFilterPolicy(String policy, String chosen) {
        assertThat(
                        SnsText.chosen(policy)
                                .map(ids -> ids.isEmpty() ? "all" : joined(ids))
                                .orElse("its own"))
                .isEqualTo(chosen);
    }

    private static String joined(Set<ComponentId> ids) {
        return ids.stream().sorted().map(ComponentId::value).collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @CsvSource({
        "opened, visitors",
        "update, visitors",
        "resolved, visitors",
        "reminder, owner",
        "unstable, owner",
        "grouped, owner",
        "test, owner"
    })
    void whatVisitorsCanDoNothingAboutIsForTheOwner(String event, String audience) {
        Message message =
                SampleMessages.incident(Event.find(event).orElseThrow(), Impact.MINOR, "Slow");

        assertThat(SnsText.of(message).attributes()).containsEntry("audience", audience);
    }

    @ParameterizedTest
    @EnumSource(Event.class)
    void hostileAndEndlessTextKeepsTheBounds(Event event) {
        String endless = SampleMessages.HOSTILE + "图片\\\"".repeat(50_000);
        Message message = SampleMessages.incident(event, Impact.MAJOR, endless);

        SnsText sns = SnsText.of(message);

        assertThat(sns.subject()).matches("[\\x21-\\x7e][\\x20-\\x7e]{0,97}[\\x21-\\x7e]");
        assertThat(sns.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(MOST_BYTES);
        assertThat(SmsText.septets(body(sns).path("sms").asString()))
                .isLessThanOrEqualTo(SmsText.MOST);
    }

    private static JsonNode body(SnsText sns) {
        return JsonMapper.shared().readTree(sns.body());
    }
}
