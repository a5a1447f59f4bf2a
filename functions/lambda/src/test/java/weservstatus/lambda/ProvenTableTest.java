package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/operations.md calls proven names a test that there is. */
class ProvenTableTest {
    private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");
    private static final int NOT_AT_ALL = 5;
    private static final int COLUMNS = 6;

    @Test
    void everyCrossNamesTestsThatThereAre() throws IOException {
        List<String> rows = rows();
        Set<String> tests = tests();

        assertThat(rows).hasSizeGreaterThan(15);
        for (String row : rows) {
            List<String> cells = List.of(row.split("\\|", -1));
            assertThat(cells).as(row).hasSize(COLUMNS + 1);
            List<String> proven = cells.subList(2, NOT_AT_ALL);
            assertThat(cells.get(NOT_AT_ALL).isBlank() && proven.stream().allMatch(String::isBlank))
                    .as("says nothing: %s", row)
                    .isFalse();
            proven.stream()
                    .filter(cell -> !cell.isBlank())
                    .forEach(cell ->
                            assertThat(names(cell))
                                    .as("a cross and tests that there are: %s", cell)
                                    .isNotEmpty()
                                    .isSubsetOf(tests));
        }
    }

    private static List<String> rows() throws IOException {
        String text = Files.readString(Events.ROOT.resolve("docs/operations.md"));
        String table = text.substring(text.indexOf("## What is proven"));
        return table.lines()
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
    }

    private static List<String> names(String cell) {
        assertThat(cell.strip()).startsWith("×");
        return NAME.matcher(cell).results().map((MatchResult found) -> found.group(1)).toList();
    }

    private static Set<String> tests() throws IOException {
        Set<String> tests = new HashSet<>();
        for (String module : List.of("functions", "local", "cli", "together")) {
            try (Stream<Path> files = Files.walk(Events.ROOT.resolve(module))) {
                files.map(Path::toString)
                        .filter(path -> path.contains("/src/test/java/") && path.endsWith(".java"))
                        .map(path -> path.replaceAll(".*/|\\.java$", ""))
                        .forEach(tests::add);
            }
        }
        return tests;
    }
}
