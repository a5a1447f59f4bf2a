package weservstatus.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Decodes percent-encoded UTF-8 without ever refusing: what is malformed stays as it is. */
final class PercentEncoding {
    private static final int RADIX = 16;

    private PercentEncoding() {}

    static String decode(String text) {
        return text.indexOf('%') < 0 ? text : decoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
        int at = 0;
        while (at < text.length) {
            int escaped = escapedAt(text, at);
            out.write(escaped < 0 ? text[at] : escaped);
            at += escaped < 0 ? 1 : 3;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The octet that an escape at this place stands for, −1 when there is none. */
    private static int escapedAt(byte[] text, int at) {
        if (text[at] != '%' || at + 2 >= text.length) {
            return -1;
        }
        int high = Character.digit(text[at + 1], RADIX);
        int low = Character.digit(text[at + 2], RADIX);
        return high < 0 || low < 0 ? -1 : high * RADIX + low;
    }
}
