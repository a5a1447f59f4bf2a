package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs each row of the table of section 9 in docs/verdict.md. */
class MaintainedTest {
    private static final String HEAD = "| page without the work | the other components | page |";

    static Stream<List<String>> rows() throws IOException {
        Path file = Path.of(System.getProperty("repository.root"), "docs", "verdict.md");
        return Files.readAllLines(file).stream()
                .dropWhile(line -> !line.equals(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line ->
                        Stream.of(line.substring(1).split("\\|", -1)).map(String::strip).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thePageReadsAsWorkedOnWhenNothingElseIsWrong(List<String> row) {
        PageRule.Outcome seen = new PageRule.Outcome(status(row.get(0)), Headline.SOME_FAIL);

        PageRule.Outcome said =
                Maintained.whole(
                        seen, List.of(ComponentStatus.UNDER_MAINTENANCE, status(row.get(1))));

        assertThat(said.status()).isEqualTo(status(row.get(2)));
        assertThat(said.headline() == Headline.MAINTENANCE)
                .isEqualTo(said.status() == ComponentStatus.UNDER_MAINTENANCE);
    }

    private static ComponentStatus status(String label) {
        return ComponentStatus.valueOf(label.toUpperCase(Locale.ROOT));
    }
}
