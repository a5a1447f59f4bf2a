package weservstatus.store;

/** Bounds of stored text, counted in bytes of UTF-8 as the stores count. */
final class Utf8 {
    private Utf8() {}

    /** Refuses text that is empty, too long, or has no UTF-8 form (half of a surrogate pair). */
    static void require(String what, String text, int maxBytes) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        int bytes = length(text);
        if (bytes < 0) {
            throw new IllegalArgumentException(what + " is not Unicode text");
        }
        if (bytes > maxBytes) {
            throw new IllegalArgumentException(
                    what + " has " + bytes + " bytes, more than the " + maxBytes + " allowed");
        }
    }

    /** Length in bytes, -1 where the text has no UTF-8 form. */
    static int length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes += 1;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else if (isPair(text, i)) {
                bytes += 4;
                i++;
            } else {
                return -1;
            }
        }
        return bytes;
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length()
                && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }
}
