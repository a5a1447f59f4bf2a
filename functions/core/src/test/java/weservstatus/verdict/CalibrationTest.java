package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.observe.Variant;
import weservstatus.verdict.Calibration.Step;

class CalibrationTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    /** What is seen hour by hour, and what each sight is: learned, same or changed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "first sight is silent, 0 a, L",
        "the same is silent, 0 a 1 a 2 a, L S S",
        "a change is news, 0 a 1 b 2 b, L C C",
        "and over when it is taken back, 0 a 1 b 2 a 3 a, L C S S",
        "a change back and forth begins anew, 0 a 1 b 2 a 20 b 26 b, L C S C C",
        "another change begins anew, 0 a 1 b 20 c 26 c, L C C C",
        "after a day the change is the usual way, 0 a 1 b 24 b 25 b 26 b, L C C L S",
        "and what was usual is then a change, 0 a 1 b 25 b 26 a, L C L C"
    })
    void learnsAtFirstSightAndTellsOfChanges(String rule, String seen, String steps) {
        Calibration calibration = Calibration.NOTHING;
        StringBuilder found = new StringBuilder();
        String[] words = seen.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            Instant at = START.plus(Duration.ofHours(Long.parseLong(words[i])));
            Step step = calibration.with(new Variant("trait", words[i + 1]), at);
            found.append(i == 0 ? "" : " ").append(letter(step));
            calibration = step.next();
        }

        assertThat(found).as(rule).hasToString(steps);
    }

    private static String letter(Step step) {
        return switch (step) {
            case Step.Learned _ -> "L";
            case Step.Same _ -> "S";
            case Step.Changed _ -> "C";
        };
    }
}
