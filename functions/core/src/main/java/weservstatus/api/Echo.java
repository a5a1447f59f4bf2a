package weservstatus.api;

/** What somebody sent, made fit to be repeated in a message: short and without tricks. */
final class Echo {
    private static final int MOST = 100;
    private static final int REPLACEMENT = 0xFFFD;

    private Echo() {}

    /**
     * At most 100 characters, cut ones followed by an ellipsis. Control, format and direction
     * characters and lone surrogates become U+FFFD; nothing at all reads "nothing".
     */
    static String of(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(MOST).map(Echo::visible).forEach(shown::appendCodePoint);
        boolean cut = text.codePoints().skip(MOST).findAny().isPresent();
        return cut ? shown.append('…').toString() : shown.toString();
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    REPLACEMENT;
            default -> codePoint;
        };
    }
}
