package weservstatus.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.incident.Impact;

/**
 * Pins what each receiver is told of an incident, of planned work and of several notices at once. A
 * run writes what it got to {@code target/golden}: copy it over after having looked at the
 * difference.
 */
class ChannelGoldenTest {
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final URI SERVER = URI.create("https://receiver.example.org");
    private static final Instant NOW = Instant.parse("2026-11-26T10:01:00Z");

    static List<HttpChannel> channels() {
        return Channels.at(SERVER);
    }

    @ParameterizedTest
    @MethodSource("channels")
    void everyKindOfMessageIsToldAsPinned(HttpChannel channel) throws IOException {
        ObjectNode all = PRETTY.createObjectNode();
        for (Message message : messages()) {
            all.set(MessageJson.type(message), request(channel, message));
        }
        String actual = PRETTY.writeValueAsString(all) + "\n";
        String file = "golden/channels/" + Channels.kind(channel) + ".json";
        Path kept = Path.of("target").resolve(file);
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, actual);

        assertThat(actual).isEqualTo(read(Path.of("src/test/resources").resolve(file)));
    }

    private static List<Message> messages() {
        return List.of(
                SampleMessages.incident(Event.OPENED, Impact.CRITICAL, "Image processing: down"),
                SampleMessages.incident(Event.UPDATE, Impact.CRITICAL, "Image processing: down"),
                SampleMessages.incident(Event.RESOLVED, Impact.CRITICAL, "Image processing: down"),
                SampleMessages.incident(Event.GROUPED, Impact.MAJOR, "3 incidents"),
                SampleMessages.work(Event.PLANNED),
                SampleMessages.work(Event.ENDED));
    }

    private static ObjectNode request(HttpChannel channel, Message message) {
        Post post =
                channel.post(
                                message,
                                name -> Optional.ofNullable(Channels.secrets(SERVER).get(name)),
                                NOW)
                        .orElseThrow();
        ObjectNode json = PRETTY.createObjectNode();
        json.put("request", post.method() + " " + post.uri());
        ObjectNode headers = json.putObject("headers");
        new TreeMap<>(post.headers()).forEach(headers::put);
        json.set("body", PRETTY.readTree(post.body()));
        return json;
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "there is no " + file;
    }
}
