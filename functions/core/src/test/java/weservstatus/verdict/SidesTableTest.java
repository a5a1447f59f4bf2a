package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.Answers.answer;
import static weservstatus.verdict.Answers.answered;
import static weservstatus.verdict.Answers.check;
import static weservstatus.verdict.Answers.controls;
import static weservstatus.verdict.Answers.held;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Side;

/**
 * Runs every row of sides.md: answers of a real instance, and what else is known of the service.
 */
class SidesTableTest {
    private static final String FILE = "/sides.md";

    /** One row of the table. */
    record Row(
            String asked,
            int expected,
            int status,
            String type,
            String marks,
            String body,
            ControlState provider,
            ControlState origin,
            Result result,
            Optional<Side> side) {

        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(
                    cells.get(1),
                    Integer.parseInt(cells.get(2)),
                    Integer.parseInt(cells.get(3)),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    ControlState.valueOf(cells.get(7)),
                    ControlState.valueOf(cells.get(8)),
                    Result.valueOf(cells.get(9)),
                    Optional.of(cells.get(10)).filter(s -> !s.equals("-")).map(Side::valueOf));
        }
    }

    static List<Row> rows() throws IOException {
        try (var file = SidesTableTest.class.getResourceAsStream(FILE)) {
            assertThat(file).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| asked"))
                    .map(Row::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void findsTheSide(Row row) {
        Answer answer = answer(row.status(), row.type(), row.body(), row.marks());
        Failure failure = Failure.of(FailureReason.STATUS, "Expected status " + row.expected());
        boolean holds = row.status() == row.expected() && row.result().isGood();
        Attempt attempt = holds ? held(answer) : answered(answer, failure);

        Observation seen =
                Sides.judge(
                        attempt,
                        check(row.asked(), row.expected()),
                        controls(row.provider(), row.origin()));

        assertThat(seen.result()).isEqualTo(row.result());
        assertThat(seen.side()).isEqualTo(row.side());
        assertThat(seen.status()).isEqualTo(OptionalInt.of(row.status()));
    }

    @Test
    void hasRowsForEachSide() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(60);
        assertThat(rows().stream().flatMap(row -> row.side().stream())).contains(Side.values());
    }
}
