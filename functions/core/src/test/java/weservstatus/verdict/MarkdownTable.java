package weservstatus.verdict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** The tables of the documents on rules: the specification, and so the rows of the tests. */
public final class MarkdownTable {

    private MarkdownTable() {}

    /** The rows in docs/verdict.md. */
    static List<Arguments> rows(String name, int cells) {
        return rows("verdict.md", name, cells);
    }

    /**
     * The rows below the mark {@code <!-- table: NAME -->} of the document in docs, without the
     * head, cell by cell.
     */
    public static List<Arguments> rows(String document, String name, int cells) {
        List<String> lines = lines(document);
        int mark = lines.indexOf("<!-- table: " + name + " -->");
        if (mark < 0) {
            throw new IllegalStateException(document + " has no table " + name);
        }
        List<Arguments> rows =
                lines.stream()
                        .skip(mark + 3L)
                        .takeWhile(line -> line.startsWith("|"))
                        .map(line -> cells(line, cells))
                        .map(Arguments::of)
                        .toList();
        if (rows.size() < 4) {
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

    private static List<String> lines(String document) {
        try {
            return Files.readAllLines(
                    Path.of(System.getProperty("repository.root"), "docs", document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a cell that lists some. */
    public static List<String> words(String cell) {
        return Arrays.stream(cell.split(",", -1))
                .map(String::strip)
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
