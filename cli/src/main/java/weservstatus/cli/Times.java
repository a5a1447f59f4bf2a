package weservstatus.cli;

import java.util.Locale;

/** Microseconds as people and programs read them: milliseconds. */
final class Times {
    private Times() {}

    /** Such as {@code 12.3 ms}. */
    static String text(long micros) {
        return String.format(Locale.ROOT, "%.1f ms", millis(micros));
    }

    /** Milliseconds with three decimals. */
    static double millis(long micros) {
        return micros / 1_000.0;
    }
}
