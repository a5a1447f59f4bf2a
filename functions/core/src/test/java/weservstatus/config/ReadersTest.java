package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.nodes.Node;

/** The readers of single values, each over what it takes and what it refuses. */
class ReadersTest {

    @ParameterizedTest
    @CsvSource({
        "https://wsrv.nl, https://wsrv.nl",
        "https://wsrv.nl/, https://wsrv.nl",
        "http://127.0.0.1:8081, http://127.0.0.1:8081",
        "http://[::1]:8081/, http://[::1]:8081",
        "http://images:80, http://images:80"
    })
    void takesTheUrlOfAServer(String text, URI server) {
        assertThat(read(Urls.server(), text)).contains(server);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wsrv.nl",
                "//wsrv.nl",
                "ftp://wsrv.nl",
                "https://",
                "https:///path",
                "https://wsrv.nl/path",
                "https://wsrv.nl//",
                "https://wsrv.nl?x",
                "https://wsrv.nl#x",
                "https://user@wsrv.nl",
                "https://wsrv.nl:0",
                "https://wsrv.nl:65536",
                "https://wsrv nl",
                "https://under_score.example",
                "HTTPS://wsrv.nl"
            })
    void refusesWhatIsNotTheUrlOfAServer(String text) {
        assertThat(read(Urls.server(), "'" + text + "'")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/card/, https://a.example/card",
        "http://a.example:8080, http://a.example:8080",
        "http://a.example/~me/card%20folder, http://a.example/~me/card%20folder"
    })
    void takesTheUrlOfAFolder(String text, URI folder) {
        assertThat(read(Urls.folder(), text)).contains(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://a.example/?x", "https://a.example/#x", "a.example/card"})
    void refusesWhatIsNotTheUrlOfAFolder(String text) {
        assertThat(read(Urls.folder(), "'" + text + "'")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/quota",
                "/?url={origin}/card.png&w=50%25&n={nonce}",
                "/?url=http%3A%2F%2Fa.example%2Fx.png",
                "/?url=a.example/x.png&crop=1,2,3,4&mod=1,1,180"
            })
    void takesAPath(String text) {
        assertThat(read(Requests.path(), "'" + text + "'")).contains(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quota",
                "/a b",
                "/ü",
                "/#x",
                "/%",
                "/%2",
                "/%zz",
                "/{}",
                "/{Origin}",
                "/a|b",
                "/\"",
                "/{origin",
                "/origin}",
                "/<x>",
                "/a\\b"
            })
    void refusesAPathThatCannotBeSent(String text) {
        assertThat(read(Requests.path(), "'" + text + "'")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "yes", "on", "off", "012", "2026-11-23", "1_000", "0x1F"})
    void wordsThatOlderYamlWouldConvertStayText(String text) {
        assertThat(read(Scalars.line(100), text)).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404", "1.5", "true", "null", "[]", "{}", "''", "' x'", "\"a\\nb\""})
    void refusesAsTextWhatIsNotOneLineOfText(String text) {
        assertThat(read(Scalars.line(100), text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "'5'", "5.0", "1e1", "05", "99999999999999999999", "five"})
    void refusesNumbersOutOfRangeOrInAnotherSpelling(String text) {
        assertThat(read(Scalars.whole(1, 9), text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/message", "/pages/0", "/a~1b", "/m~0n", "/a b"})
    void takesAJsonPointer(String text) {
        assertThat(read(Scalars.jsonPointer(), "'" + text + "'")).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "message", "$.message", "/a~2b", "/a~"})
    void refusesWhatIsNoJsonPointer(String text) {
        assertThat(read(Scalars.jsonPointer(), "'" + text + "'")).isEmpty();
    }

    private static <T> Optional<T> read(Reader<T> reader, String yaml) {
        Reading reading = new Reading("test.yaml");
        Node node = YamlText.compose("value: " + yaml, reading).orElseThrow();
        Entry entry = Entry.of(new Spot(node, ""), reading).getFirst();
        Optional<T> value = reader.read(entry.value(), reading);
        assertThat(reading.settle().isEmpty()).isEqualTo(value.isPresent());
        return value;
    }
}
