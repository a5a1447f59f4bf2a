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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
                double ratio = ratio(colour(tokens, text), colour(tokens, ground));
                assertThat(ratio).as("%s on %s", text, ground).isGreaterThanOrEqualTo(4.5);
            }
        }
        assertThat(ratio(colour(tokens, "ink"), colour(tokens, "line")))
                .as("the chosen theme in the switch")
                .isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void computesTheRatiosOfTheStandard() {
        assertThat(ratio("#000000", "#ffffff")).isEqualTo(21.0);
        assertThat(ratio("#777777", "#ffffff")).isBetween(4.47, 4.48);
    }

    private static Map<String, String> tokens(String theme) throws IOException {
        Path sheet = Path.of(System.getProperty("repository.root"), "site/css/tokens.css");
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
            throw new AssertionError("tokens.css has no colour --" + name);
        }
        return colour;
    }

    /** WCAG 2.1: (L1 + 0.05) / (L2 + 0.05) of the relative luminances. */
    private static double ratio(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
