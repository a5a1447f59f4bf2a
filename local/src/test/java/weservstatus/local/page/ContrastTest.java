package weservstatus.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.config.Contrast;

/** Computes the contrast of each text colour on each ground from the tokens of the style sheet. */
class ContrastTest {
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");
    private static final List<String> TEXTS =
            List.of(
                    "ink",
                    "muted",
                    "operational",
                    "degraded",
                    "partial",
                    "down",
                    "maintenance",
                    "link",
                    "unknown");

    @ParameterizedTest
    @ValueSource(strings = {":root {", ":root[data-theme=\"dark\"] {"})
    void everyTextIsReadableOnEveryGround(String theme) throws IOException {
        Map<String, String> tokens = tokens(theme);

        for (String ground : List.of("ground", "card")) {
            for (String text : TEXTS) {
                double ratio = Contrast.ratio(colour(tokens, text), colour(tokens, ground));
                assertThat(ratio)
                        .as("%s on %s", text, ground)
                        .isGreaterThanOrEqualTo(Contrast.LEAST);
            }
        }
        assertThat(Contrast.ratio(colour(tokens, "ink"), colour(tokens, "line")))
                .as("the chosen theme in the switch")
                .isGreaterThanOrEqualTo(Contrast.LEAST);
    }

    @ParameterizedTest
    @MethodSource("grounds")
    void theOwnersColourIsJudgedOnTheseGrounds(String theme, List<String> grounds)
            throws IOException {
        Map<String, String> tokens = tokens(theme);

        assertThat(List.of(colour(tokens, "ground"), colour(tokens, "card"))).isEqualTo(grounds);
    }

    static Stream<Arguments> grounds() {
        return Stream.of(
                Arguments.of(":root {", Contrast.LIGHT),
                Arguments.of(":root[data-theme=\"dark\"] {", Contrast.DARK));
    }

    private static Map<String, String> tokens(String theme) throws IOException {
        Path sheet = Path.of(System.getProperty("repository.root"), "site/css/page.css");
        String css = Files.readString(sheet);
        int start = css.indexOf(theme);
        assertThat(start).as("the block of %s", theme).isNotNegative();
        Matcher found = TOKEN.matcher(css.substring(start, css.indexOf('}', start)));
        Map<String, String> tokens = new HashMap<>();
        while (found.find()) {
            tokens.put(found.group(1), found.group(2));
        }
        return tokens;
    }

    private static String colour(Map<String, String> tokens, String name) {
        String colour = tokens.get(name);
        if (colour == null) {
            throw new AssertionError("page.css has no colour --" + name);
        }
        return colour;
    }
}
