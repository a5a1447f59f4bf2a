package weservstatus.store;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bounds of stored text, counted in bytes of UTF-8 as the stores count. */
final class Utf8 {
    private Utf8() {}

    /** Refuses text that is empty, too long, or has no UTF-8 form (half of a surrogate pair). */
    static void require(String what, String text, int maxBytes) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        int bytes = length(what, text);
        if (bytes > maxBytes) {
            throw new IllegalArgumentException(
                    what + " has " + bytes + " bytes, more than the " + maxBytes + " allowed");
        }
    }

    private static int length(String what, String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(what + " is not Unicode text", e);
        }
    }
}
