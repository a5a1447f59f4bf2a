package weservstatus.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Columns of text, each as wide as its widest cell.
 *
 * @param rows of equally many cells
 */
public record TextTable(List<List<String>> rows) {

    /** One line per row, without trailing spaces. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                line.append("  ").append(padded(row.get(column), width(column)));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
