package weservstatus.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;

/**
 * Pins every document, key order included. A run writes what it got to {@code target/golden}: copy
 * it over after having looked at the difference.
 */
class GoldenDocumentsTest {
    private static final ObjectMapper PRETTY =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .characterEscapes(new HtmlSafeEscapes())
                                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                                    .build())
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path ACTUAL = Path.of("target/golden");

    record Sample(String name, StatusSnapshot snapshot) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample("calm", SampleSnapshots.calm()),
                new Sample("incident", SampleSnapshots.incident()),
                new Sample("blind", SampleSnapshots.blind()),
                new Sample("before-first-data", SampleSnapshots.beforeFirstData()),
                new Sample("without-components", SampleSnapshots.withoutComponents()),
                new Sample("hostile", SampleSnapshots.hostile()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void documentsAreAsPinned(Sample sample) throws IOException {
        Map<String, Rendered> documents = documents(sample.snapshot());

        Map<String, String> actual = new TreeMap<>();
        Map<String, String> pinned = new TreeMap<>();
        for (Map.Entry<String, Rendered> document : documents.entrySet()) {
            String file = sample.name() + "/" + document.getKey() + ending(document.getValue());
            actual.put(file, readable(document.getValue()));
            keep(file, actual.get(file));
            pinned.put(file, read(GOLDEN.resolve(file)));
        }
        assertThat(actual).isEqualTo(pinned);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void equalSnapshotsGiveEqualBytesAndTags(Sample sample) {
        PublishedDocuments first = Documents.of(sample.snapshot());
        PublishedDocuments second = Documents.of(sample.snapshot());

        for (DocumentName name : DocumentName.values()) {
            assertThat(first.get(name).body(Coding.GZIP))
                    .isEqualTo(second.get(name).body(Coding.GZIP));
            assertThat(first.get(name).etag(Coding.GZIP))
                    .isEqualTo(second.get(name).etag(Coding.GZIP));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void documentsAreHarmlessInsideAScriptElement(Sample sample) {
        assertThat(documents(sample.snapshot()).values())
                .filteredOn(document -> ending(document).equals(".json"))
                .allSatisfy(document ->
                        assertThat(new String(plain(document), StandardCharsets.UTF_8))
                                .doesNotContain("<")
                                .matches("[^\\x00-\\x1f]*"));
    }

    private static Map<String, Rendered> documents(StatusSnapshot snapshot) {
        PublishedDocuments published = Documents.of(snapshot);
        Map<String, Rendered> documents = new TreeMap<>();
        for (DocumentName name : DocumentName.values()) {
            documents.put(
                    name.name().toLowerCase(Locale.ROOT).replace('_', '-'), published.get(name));
        }
        snapshot.components().stream()
                .map(state -> state.component().id().value())
                .filter(id -> id.equals("formats"))
                .forEach(id -> {
                    documents.put("days", published.days(id, 2).orElseThrow());
                    documents.put("latency", published.latency(id, 24).orElseThrow());
                    for (BadgeName name : BadgeName.values()) {
                        documents.put(
                                "badge-" + name.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                published.badge(id, name).orElseThrow());
                    }
                });
        return documents;
    }

    private static String ending(Rendered document) {
        String type = document.contentType().replaceAll(";.*", "");
        return switch (type) {
            case "application/json", "application/feed+json" -> ".json";
            case "application/atom+xml", "application/rss+xml" -> ".xml";
            case "image/svg+xml" -> ".svg";
            case "text/calendar" -> ".ics";
            case "application/openmetrics-text" -> ".txt";
            case "text/html" -> ".html";
            default -> throw new IllegalArgumentException(type);
        };
    }

    /** XML with an element on each line, so that a difference can be read. */
    private static String readable(Rendered document) {
        String text = new String(plain(document), StandardCharsets.UTF_8);
        return switch (ending(document)) {
            case ".json" -> pretty(plain(document));
            case ".ics" -> text.replace("\r\n", "\n");
            case ".txt" -> text;
            default -> text.replace("><", ">\n<") + "\n";
        };
    }

    private static byte[] plain(Rendered document) {
        return document.body(Coding.IDENTITY);
    }

    private static String pretty(byte[] json) {
        return PRETTY.writeValueAsString(PRETTY.readTree(json)).replace("\r", "") + "\n";
    }

    private static void keep(String file, String text) throws IOException {
        Path path = ACTUAL.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String read(Path path) throws IOException {
        return Files.exists(path) ? Files.readString(path) : "";
    }
}
