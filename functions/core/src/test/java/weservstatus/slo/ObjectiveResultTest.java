package weservstatus.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.check.Objective;
import weservstatus.verdict.Source;
import weservstatus.verdict.Trials;

class ObjectiveResultTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # target, answers, bad, reached, kept
                    0.995,         0,   0,        ,
                    0.995,       200,   0, 100.000, true
                    0.995,       200,   1,  99.500, true
                    0.995,       199,   1,  99.497, false
                    0.999,     30000,  30,  99.900, true
                    0.999,     30000,  31,  99.896, false
                    0.5,           1,   1,   0.000, false
                    """)
    void isKeptWhenNoMoreAnswersAreBadThanItAllows(
            double target,
            long answers,
            long bad,
            @Nullable String reached,
            @Nullable Boolean kept) {
        TreeMap<Source, Long> seen = new TreeMap<>();
        if (bad > 0) {
            seen.put(new Source(new LocationId("here"), new CheckId("webp")), bad);
        }
        Objective objective = Objective.of(new ComponentId("formats"), target);

        ObjectiveResult result = new ObjectiveResult(objective, new Trials(answers, seen));

        assertThat(result.reached()).isEqualTo(Optional.ofNullable(reached));
        assertThat(result.kept()).isEqualTo(Optional.ofNullable(kept));
    }
}
