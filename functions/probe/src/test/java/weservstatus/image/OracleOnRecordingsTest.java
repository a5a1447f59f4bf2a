package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every honest answer of a real instance passes: a rule that flags one of them is wrong. */
class OracleOnRecordingsTest {
    private static final Set<String> FIRST_CUT =
            Set.of("as-is", "size", "fit", "format", "quality");

    private final Oracle oracle = new Oracle();

    @Test
    void passesEveryHonestAnswerOfTheFirstGroups() {
        assertThat(
                        passed(
                                Recording.index()
                                        .filter(recording ->
                                                FIRST_CUT.contains(recording.group()))))
                .isEqualTo(Map.of("as-is", 7, "size", 16, "fit", 9, "format", 19, "quality", 15));
    }

    @Test
    void passesEveryHonestAnswerOfTheOtherGroups() {
        Map<String, Integer> passed =
                passed(
                        Recording.index()
                                .filter(recording -> !FIRST_CUT.contains(recording.group())));

        assertThat(passed)
                .containsEntry("align", 17)
                .containsEntry("crop", 6)
                .containsEntry("trim", 4)
                .containsEntry("orientation", 9)
                .containsEntry("pages", 8)
                .containsEntry("adjust", 34)
                .containsEntry("background", 4)
                .containsEntry("delivery", 9)
                .containsEntry("url", 6);
    }

    @Test
    void passesEveryHonestAnswerOfTheWideMatrix() {
        Map<String, Integer> passed = passed(Recording.matrix());

        assertThat(passed)
                .containsEntry("size", 210)
                .containsEntry("fit", 72)
                .containsEntry("align", 72)
                .containsEntry("quality", 90)
                .containsEntry("crop", 36)
                .containsEntry("adjust", 258)
                .containsEntry("background", 24);
    }

    /** Judges all that can be judged; fails on the first complaint. */
    private Map<String, Integer> passed(Stream<Recording> recordings) {
        Map<String, Integer> counts = new TreeMap<>();
        recordings
                .filter(Recording::provable)
                .forEach(recording -> {
                    assertThat(recording.complaint(oracle, recording.answer()))
                            .as(recording.toString())
                            .isEmpty();
                    counts.merge(recording.group(), 1, Integer::sum);
                });
        return counts;
    }
}
