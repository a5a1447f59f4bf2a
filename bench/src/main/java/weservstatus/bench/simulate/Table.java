package weservstatus.bench.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A Markdown table with a title. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String title, String... head) {
        lines.add("");
        lines.add("**" + title + "**");
        lines.add("");
        row(head);
        lines.add("|" + "---|".repeat(head.length));
    }

    Table row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
        return this;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** "met" or "missed", in words that nobody overlooks. */
    static String met(boolean met) {
        return met ? "met" : "**missed**";
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
