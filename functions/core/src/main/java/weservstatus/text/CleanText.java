package weservstatus.text;

/**
 * Text of others for formats that have no escape for everything: what XML 1.0 (section 2.2) does
 * not allow, half surrogate pairs and control characters are left out. Tab and line feed stay.
 */
public final class CleanText {
    private static final int DELETE = 0x7f;
    private static final int LAST_CONTROL = 0x9f;
    private static final int NOT_A_CHARACTER = 0xFFFE;

    private CleanText() {}

    public static String of(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(CleanText::isKept).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** The same on one line. */
    public static String line(String text) {
        return of(text).replaceAll("\\s+", " ").strip();
    }

    private static boolean isKept(int codePoint) {
        return codePoint < ' '
                ? codePoint == '\n' || codePoint == '\t'
                : !isControl(codePoint) && !isBroken(codePoint);
    }

    private static boolean isControl(int codePoint) {
        return codePoint >= DELETE && codePoint <= LAST_CONTROL;
    }

    private static boolean isBroken(int codePoint) {
        return (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                || (codePoint & NOT_A_CHARACTER) == NOT_A_CHARACTER;
    }
}
