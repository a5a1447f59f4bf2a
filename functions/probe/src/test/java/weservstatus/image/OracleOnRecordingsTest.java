package weservstatus.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weservstatus.observe.Finding;

/** Every honest answer of a real instance passes: a rule that flags one of them is wrong. */
class OracleOnRecordingsTest {
    private final Oracle oracle = new Oracle();

    @Test
    void computesAndPassesEveryHonestAnswerOfTheDemo() {
        assertThat(passed(Recording.index()))
                .isEqualTo(
                        Map.ofEntries(
                                Map.entry("as-is", 7),
                                Map.entry("size", 16),
                                Map.entry("fit", 9),
                                Map.entry("align", 17),
                                Map.entry("crop", 6),
                                Map.entry("trim", 4),
                                Map.entry("mask", 13),
                                Map.entry("orientation", 11),
                                Map.entry("adjust", 38),
                                Map.entry("background", 5),
                                Map.entry("format", 20),
                                Map.entry("quality", 15),
                                Map.entry("pages", 9),
                                Map.entry("json", 6),
                                Map.entry("delivery", 9),
                                Map.entry("url", 6),
                                Map.entry("redirect", 4),
                                Map.entry("error", 2),
                                Map.entry("cache", 5),
                                Map.entry("ratelimit", 20)));
    }

    @Test
    void computesAndPassesEveryHonestAnswerOfTheWideMatrix() {
        assertThat(passed(Recording.matrix()))
                .isEqualTo(
                        Map.ofEntries(
                                Map.entry("size", 210),
                                Map.entry("fit", 72),
                                Map.entry("align", 72),
                                Map.entry("crop", 36),
                                Map.entry("orientation", 84),
                                Map.entry("mask", 96),
                                Map.entry("adjust", 306),
                                Map.entry("quality", 90),
                                Map.entry("background", 30),
                                Map.entry("pages", 27),
                                Map.entry("json", 42)));
    }

    /** Judges all pictures of the card; fails on the first complaint. */
    private Map<String, Integer> passed(Stream<Recording> recordings) {
        Map<String, Integer> counts = new TreeMap<>();
        recordings
                .filter(Recording::showsCard)
                .forEach(recording -> {
                    List<Finding> findings = recording.judged(oracle, recording.answer());
                    assertThat(findings).as(recording.toString()).hasSizeGreaterThan(3);
                    assertThat(findings)
                            .as(recording.toString())
                            .allMatch(finding -> finding.failure().isEmpty());
                    counts.merge(recording.group(), 1, Integer::sum);
                });
        return counts;
    }
}
