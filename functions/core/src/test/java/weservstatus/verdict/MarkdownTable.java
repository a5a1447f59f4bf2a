package weservstatus.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** The tables of docs/verdict.md, which are the specification and so the rows of the tests. */
final class MarkdownTable {

    private MarkdownTable() {}

    /** The rows below the mark {@code <!-- table: NAME -->}, without the head, cell by cell. */
    static List<Arguments> rows(String name, int cells) {
        List<String> lines = lines();
        int mark = lines.indexOf("<!-- table: " + name + " -->");
        if (mark < 0) {
            throw new IllegalStateException("docs/verdict.md has no table " + name);
        }
        List<Arguments> rows =
                lines.stream()
                        .skip(mark + 3L)
                        .takeWhile(line -> line.startsWith("|"))
                        .map(line -> cells(line, cells))
                        .map(Arguments::of)
                        .toList();
        if (rows.size() < 5) {
            throw new IllegalStateException("the table " + name + " is not what it was");
        }
        return rows;
    }

    private static Object[] cells(String line, int cells) {
        String[] parts = line.split("\\|", -1);
        if (parts.length != cells + 2) {
            throw new IllegalStateException("not " + cells + " cells: " + line);
        }
        return Arrays.stream(parts, 1, cells + 1).map(String::strip).toArray();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(
                    Path.of(System.getProperty("repository.root"), "docs", "verdict.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a cell that lists some. */
    static List<String> words(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
