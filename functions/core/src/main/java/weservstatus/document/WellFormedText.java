package weservstatus.document;

/**
 * Text that UTF-8 can carry. What services answer ends up in messages, cut somewhere; half a
 * surrogate pair must not stop the whole page from being published.
 */
final class WellFormedText {
    private static final int REPLACEMENT = 0xFFFD;

    private WellFormedText() {}

    /** The text with every lone surrogate replaced by U+FFFD. */
    static String of(String text) {
        boolean wellFormed = text.codePoints().noneMatch(WellFormedText::isLoneSurrogate);
        return wellFormed ? text : replaced(text);
    }

    private static String replaced(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isLoneSurrogate(point) ? REPLACEMENT : point)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
