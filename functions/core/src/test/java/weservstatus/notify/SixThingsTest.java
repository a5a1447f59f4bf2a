package weservstatus.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.incident.FactWords;
import weservstatus.incident.Impact;
import weservstatus.observe.Side;
import weservstatus.text.UtcMinute;

/**
 * Each message says what, since when, where from, whose side, what to look at and what to do,
 * whichever channel renders it. A text message has room for what and where to look alone.
 */
class SixThingsTest {
    private static final URI SERVER = URI.create("https://receiver.example.org");
    private static final Message MESSAGE =
            SampleMessages.incident(Event.OPENED, Impact.MAJOR, "Image processing: down");

    static Stream<Arguments> renderings() {
        var secrets = Channels.secrets(SERVER);
        Stream<Arguments> http =
                Channels.at(SERVER).stream()
                        .map(channel ->
                                Arguments.of(
                                        Channels.kind(channel),
                                        words(
                                                channel.post(
                                                                MESSAGE,
                                                                name ->
                                                                        Optional.ofNullable(
                                                                                secrets.get(name)),
                                                                SampleMessages.BEGAN)
                                                        .orElseThrow()
                                                        .body())));
        JsonNode topic = JsonMapper.shared().readTree(SnsText.of(MESSAGE).body());
        return Stream.concat(
                http,
                Stream.of(
                        Arguments.of("sns by mail", topic.path("email").asString()),
                        Arguments.of("sns for programs", words(topic.path("https").asString())),
                        Arguments.of("github", words(github().open(MESSAGE, "t").body())),
                        Arguments.of("mail", MailText.of(MESSAGE, List.of("a@b.org")).text())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("renderings")
    void allSixAreSaid(String kind, String said) {
        assertThat(said).as("what").contains(MESSAGE.facts().what());
        assertThat(said)
                .as("since when")
                .containsAnyOf(UtcMinute.of(SampleMessages.BEGAN), SampleMessages.BEGAN.toString());
        assertThat(said).as("where from").contains("Frankfurt", "Ohio");
        assertThat(said)
                .as("whose side")
                .containsAnyOf(FactWords.fault(Side.SERVICE), "\nservice\n");
        assertThat(said)
                .as("what to look at")
                .contains(
                        MESSAGE.look().link().toString(),
                        MESSAGE.look().evidence().getFirst().toString(),
                        MESSAGE.look().curl().orElseThrow());
        assertThat(said).as("what to do").contains(MESSAGE.advice());
    }

    /** Every text of the JSON, each on its line, as its reader sees it. */
    private static String words(String json) {
        return texts(JsonMapper.shared().readTree(json))
                .map(text -> text.replace("&amp;", "&").replace("\\", ""))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.asString())
                : node.valueStream().flatMap(SixThingsTest::texts);
    }

    private static GithubChannel github() {
        return new GithubChannel(
                ChannelHead.of(new ChannelId("issues")),
                SERVER,
                "weserv/status",
                new SecretName("TOKEN"),
                true);
    }
}
