package weservstatus.probe;

import java.math.BigDecimal;
import java.time.Duration;

/** Wording shared by the messages of this package. */
final class Words {
    private static final int MAX_QUOTE = 200;

    private Words() {}

    /** Such as {@code 2 s}, {@code 1.5 s}, {@code 300 ms}. */
    static String of(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + " s";
    }

    /** The text in quotes, on one line, cut where it is long. */
    static String quoted(String text) {
        return '"' + cut(text) + '"';
    }

    static String cut(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= MAX_QUOTE ? line : line.substring(0, MAX_QUOTE) + "…";
    }

    /** The rest of a message as the end of a sentence. */
    static String lowered(String message, int from) {
        String rest = message.substring(from);
        return rest.isEmpty() ? rest : Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }
}
