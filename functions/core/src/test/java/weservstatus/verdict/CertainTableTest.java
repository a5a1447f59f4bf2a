package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.LocationId;
import weservstatus.observe.Observation;
import weservstatus.time.Interval;
import weservstatus.time.Slot;

/** Runs every row of the table of certain edges in docs/verdict.md. */
class CertainTableTest {
    private static final Duration APART = Duration.ofSeconds(5);

    static List<Arguments> certain() {
        return MarkdownTable.rows("certain", 4);
    }

    @ParameterizedTest
    @MethodSource("certain")
    void anAnswerThatStandsAloneMakesNothingCertain(String answers, int from, int to, String why) {
        List<Sighting> seen =
                Arrays.stream(answers.split(" ")).map(CertainTableTest::sighting).toList();
        BadLooks looks =
                new BadLooks(
                        seen.stream().filter(Sighting::isBad).toList(),
                        seen.stream()
                                .filter(Sighting::isGood)
                                .map(Sighting::at)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        APART);

        assertThat(looks.certain(seen.getFirst().at(), seen.getLast().at()))
                .as(why)
                .isEqualTo(new Interval(Scene.second(from), Scene.second(to)));
    }

    /** Such as {@code a12x}. */
    private static Sighting sighting(String word) {
        int second = Integer.parseInt(word.substring(1, word.length() - 1));
        Observation seen = Scene.seen("made", second, word.endsWith("x") ? "bad" : "good");
        Slot slot = Slot.containing(seen.started(), Duration.ofMinutes(1));
        return new Sighting(new LocationId(word.substring(0, 1)), slot, 0, seen);
    }
}
