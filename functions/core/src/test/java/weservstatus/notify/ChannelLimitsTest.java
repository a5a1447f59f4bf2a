package weservstatus.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.ComponentId;
import weservstatus.check.GroupId;
import weservstatus.incident.Impact;
import weservstatus.verdict.ComponentStatus;

/** However much there is to say and whoever said it, each receiver gets what it takes. */
class ChannelLimitsTest {
    private static final URI SERVER = URI.create("https://receiver.example.org");
    private static final String LINK = "https://status.example.org/incidents/k3v9x1q0z7ab";

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # kind,       where,                              unit,       most
                    webhook,      '',                                 bytes,      61440
                    slack,        /text,                              characters, 40000
                    slack,        /blocks/0/text/text,                characters, 150
                    slack,        /blocks/1/text/text,                characters, 3000
                    discord,      /embeds/0/title,                    characters, 256
                    discord,      /embeds/0/description,              characters, 4096
                    teams,        '',                                 bytes,      28672
                    telegram,     /text,                              characters, 4096
                    ntfy,         /message,                           bytes,      4096
                    pagerduty,    /payload/summary,                   characters, 1024
                    pagerduty,    /dedup_key,                         characters, 255
                    pagerduty,    '',                                 bytes,      524288
                    alertmanager, '',                                 bytes,      524288
                    """)
    void aLongMessageStaysWithinTheLimit(String kind, String where, String unit, int most) {
        for (String letter : List.of("a", "&", "図", "👾", "`", "\n")) {
            JsonNode body = body(kind, huge(letter));
            JsonNode part = where.isEmpty() ? body : body.at(where);
            String text = part.isString() ? part.asString() : part.toString();

            assertThat(text).isNotEmpty();
            assertThat(
                            unit.equals("bytes")
                                    ? text.getBytes(StandardCharsets.UTF_8).length
                                    : text.length())
                    .as(letter)
                    .isLessThanOrEqualTo(most);
        }
    }

    /** A hundred of some sixty characters; who takes less text lists those that have room. */
    @ParameterizedTest
    @CsvSource({"webhook, 60", "slack, 30", "discord, 60", "teams, 45", "telegram, 60", "ntfy, 60"})
    void aHundredThatFailAtOnceAreListedAsFarAsThereIsRoom(String kind, int listed) {
        List<String> lines = new ArrayList<>();
        for (int each = 0; each < 100; each++) {
            lines.add("- New incident: Component number " + each + " is down: no answer");
        }
        Message grouped =
                with(
                        SampleMessages.incident(Event.GROUPED, Impact.MAJOR, "100 notices at once"),
                        String.join("\n", lines),
                        List.of());

        String said = body(kind, grouped).toString();
        assertThat(said)
                .contains(
                        LINK,
                        "Component number " + (listed - 1) + " is down",
                        "What to do: ".repeat(kind.equals("webhook") ? 0 : 1) + grouped.advice());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhook",
                "slack",
                "discord",
                "teams",
                "telegram",
                "ntfy",
                "pagerduty",
                "alertmanager"
            })
    void theLinkIsNeverCut(String kind) {
        assertThat(body(kind, huge("図")).toString()).contains(LINK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    slack    | /blocks/1/text/text   | &lt;script&gt;alert(1)&lt;/script&gt; &amp; *bold* @everyone
                    telegram | /text                 | &lt;script&gt;alert(1)&lt;/script&gt; &amp; *bold* @everyone
                    discord  | /embeds/0/description | \\<script>alert(1)\\</script> & \\*bold\\* @everyone
                    ntfy     | /message              | <script>alert(1)</script> & *bold* @everyone
                    """)
    void textsOfOthersAreNoMarkup(String kind, String where, String said) {
        assertThat(body(kind, hostile()).at(where).asString()).contains(said);
    }

    @Test
    void discordMentionsNobody() {
        JsonNode mentions = body("discord", hostile()).at("/allowed_mentions");

        assertThat(mentions.toString()).isEqualTo("{\"parse\":[]}");
    }

    @Test
    void textsOfOthersNeverStandWhereTeamsReadsMarkdown() {
        List<JsonNode> blocks =
                List.copyOf(body("teams", hostile()).at("/attachments/0/content/body").values());

        assertThat(blocks)
                .isNotEmpty()
                .allSatisfy(block -> {
                    assertThat(block.path("type").asString()).isEqualTo("RichTextBlock");
                    assertThat(block.at("/inlines/0/type").asString()).isEqualTo("TextRun");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhook",
                "slack",
                "discord",
                "teams",
                "telegram",
                "ntfy",
                "pagerduty",
                "alertmanager"
            })
    void nothingTurnsTheDirectionOfWritingOrRingsABell(String kind) {
        assertThat(body(kind, hostile()).toString())
                .doesNotContain("\u202e", "\u2066", "\\u0007", "\u0007", "\\u202e");
    }

    private static Message hostile() {
        return with(
                SampleMessages.incident(
                        Event.OPENED, Impact.MAJOR, "a\u202eb " + SampleMessages.HOSTILE),
                SampleMessages.HOSTILE + "\u2066",
                List.of());
    }

    private static Message huge(String letter) {
        Message.Part part =
                new Message.Part(
                        new ComponentId("processing"),
                        letter.repeat(100),
                        new GroupId("images"),
                        letter.repeat(100),
                        ComponentStatus.MAJOR_OUTAGE);
        List<Message.Part> parts = new ArrayList<>(Collections.nCopies(120, part));
        return with(
                SampleMessages.incident(Event.OPENED, Impact.MAJOR, letter.repeat(3_000)),
                letter.repeat(100_000),
                parts);
    }

    private static Message with(Message old, String what, List<Message.Part> parts) {
        return new Message(
                old.id(),
                old.event(),
                old.about(),
                old.page(),
                old.heading(),
                parts,
                new Message.Facts(
                        what,
                        old.facts().since(),
                        old.facts().until(),
                        old.facts().places(),
                        old.facts().side(),
                        old.facts().failing()),
                old.look(),
                old.advice(),
                old.at());
    }

    private static JsonNode body(String kind, Message message) {
        HttpChannel channel =
                Channels.at(SERVER).stream()
                        .filter(each -> Channels.kind(each).equals(kind))
                        .findFirst()
                        .orElseThrow();
        Post post =
                channel.post(
                                message,
                                name -> Optional.ofNullable(Channels.secrets(SERVER).get(name)),
                                Instant.EPOCH)
                        .orElseThrow();
        return JsonMapper.shared().readTree(post.body());
    }
}
