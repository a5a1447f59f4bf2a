package weservstatus.local.page;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The words of the page: no language lacks a key or a placeholder, and none has one too many. */
class LanguageFilesTest {
    private static final Path SITE = Path.of(System.getProperty("repository.root"), "site");
    private static final Path FOLDER = SITE.resolve("languages");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    /** Nothing in Chinese and Japanese. */
    private static final String BETWEEN_SENTENCES = "sentence.joint";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern LISTED =
            Pattern.compile("^ {4}'?([a-zA-Z-]+)'?: '", Pattern.MULTILINE);
    private static final Pattern USED =
            Pattern.compile("\\bt\\('([\\w.]+)'|data-t(?:-\\w+)?=\"([\\w.]+)\"");

    /** {@code de.json} is compared with {@code en.json}, {@code de.pages.json} with its own. */
    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysAllThatEnglishSaysAndNoMore(Path file) throws IOException {
        Map<String, JsonNode> english = read(english(file));
        Map<String, JsonNode> words = read(file);

        assertThat(words.keySet()).isEqualTo(english.keySet());
        words.forEach((key, text) ->
                assertThat(placeholders(text))
                        .as(key)
                        .isEqualTo(placeholders(requireNonNull(english.get(key)))));
    }

    @ParameterizedTest
    @MethodSource("files")
    void hasWordsInEveryFormAndItsKeysInOrder(Path file) throws IOException {
        Map<String, JsonNode> words = read(file);
        List<String> keys = List.copyOf(JSON.readTree(Files.readString(file)).propertyNames());

        assertThat(keys).isSorted();
        words.forEach((key, text) -> {
            if (!key.equals(BETWEEN_SENTENCES)) {
                assertThat(forms(text)).as(key).isNotEmpty().allMatch(form -> !form.isBlank());
            }
            if (text.isObject()) {
                assertThat(Set.copyOf(text.propertyNames())).as(key).contains("other");
                assertThat(List.of("zero", "one", "two", "few", "many", "other"))
                        .as(key)
                        .containsAll(text.propertyNames());
            }
        });
    }

    @Test
    void hasAFileOfEachPartForEachLanguageOfTheList() throws IOException {
        Set<String> listed =
                LISTED.matcher(Files.readString(SITE.resolve("js/early.js")))
                        .results()
                        .map(found -> found.group(1))
                        .collect(toCollection(TreeSet::new));
        Set<String> wanted =
                files().map(LanguageFilesTest::name)
                        .filter(name -> name.startsWith("en."))
                        .flatMap(name -> listed.stream().map(tag -> tag + name.substring(2)))
                        .collect(toCollection(TreeSet::new));

        assertThat(listed).contains("en");
        assertThat(files().map(LanguageFilesTest::name))
                .containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void hasEveryKeyThatThePagesUse() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : files().filter(file -> name(file).startsWith("en.")).toList()) {
            known.addAll(read(file).keySet());
        }
        try (Stream<Path> sources = Files.walk(SITE)) {
            for (Path source : sources.filter(LanguageFilesTest::isSource).toList()) {
                assertThat(known).as(source.toString()).containsAll(used(source));
            }
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().matches(".*\\.(mjs|html)");
    }

    private static Set<String> used(Path source) throws IOException {
        return USED.matcher(Files.readString(source))
                .results()
                .map(LanguageFilesTest::key)
                .collect(toCollection(TreeSet::new));
    }

    private static String key(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static Path english(Path file) {
        return file.resolveSibling("en" + name(file).substring(name(file).indexOf('.')));
    }

    private static Map<String, JsonNode> read(Path file) throws IOException {
        Map<String, JsonNode> words = new TreeMap<>();
        JSON.readTree(Files.readString(file))
                .properties()
                .forEach(entry -> words.put(entry.getKey(), entry.getValue()));
        return words;
    }

    private static List<String> forms(JsonNode text) {
        return text.isObject()
                ? text.valueStream().map(JsonNode::asString).toList()
                : List.of(text.asString());
    }

    /** Of all forms together: "one check" need not name its number. */
    private static Set<String> placeholders(JsonNode text) {
        return forms(text).stream()
                .flatMap(form -> PLACEHOLDER.matcher(form).results())
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
