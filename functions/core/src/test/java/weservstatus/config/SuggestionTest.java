package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "timout, timeout",
        "timeouts, timeout",
        "time, timeout",
        "Timeout, timeout",
        "evry, every",
        "pth, path",
        "onlyWithoutorigin, onlyWithoutOrigin"
    })
    void namesTheWordThatWasMeant(String word, String meant) {
        assertThat(Suggestion.among(word, List.of("timeout", "every", "path", "onlyWithoutOrigin")))
                .isEqualTo("did you mean \"" + meant + "\"?");
    }

    @Test
    void namesAllWordsWhereNoneIsClose() {
        assertThat(Suggestion.among("colour", List.of("name", "path")))
                .isEqualTo("known here: name, path");
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "a, '', 1", "same, same, 0", "ab, ba, 2"})
    void distanceCountsLettersToChange(String left, String right, int distance) {
        assertThat(Suggestion.distance(left, right)).isEqualTo(distance);
    }
}
