package weservstatus.document;

import java.nio.charset.StandardCharsets;
import weservstatus.text.CleanText;

/** Content lines of RFC 5545, section 3.1: folded at 75 octets, between characters. */
final class ContentLines {
    private static final int MOST_OCTETS = 75;

    private final StringBuilder out = new StringBuilder();

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * One line.
     *
     * @param name of the property, with its parameters
     * @param value escaped where it must be
     */
    ContentLines line(String name, String value) {
        int octets = 0;
        for (int codePoint : (name + ":" + value).codePoints().toArray()) {
            int length = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > MOST_OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.appendCodePoint(codePoint);
            octets += length;
        }
        out.append("\r\n");
        return this;
    }

    /** A line of text that others wrote (section 3.3.11). */
    ContentLines text(String name, String value) {
        return line(
                name,
                CleanText.of(value)
                        .replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\n", "\\n"));
    }

    ContentLines begin(String component) {
        return line("BEGIN", component);
    }

    ContentLines end(String component) {
        return line("END", component);
    }
}
