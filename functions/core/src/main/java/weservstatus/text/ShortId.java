package weservstatus.text;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Ids of things that others refer to, as Statuspage writes them: 12 characters of {@code a-z0-9},
 * derived from what a thing is, so that they stay the same for ever and on every machine.
 */
public final class ShortId {
    private static final int LENGTH = 12;
    private static final int RADIX = 36;
    private static final BigInteger RANGE = BigInteger.valueOf(RADIX).pow(LENGTH);

    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]{12}");

    private ShortId() {}

    /** Whether {@code text} is 12 of {@code a-z0-9}. */
    public static boolean isValid(String text) {
        return SYNTAX.matcher(text).matches();
    }

    /** Returns {@code text}, or refuses it. */
    public static String require(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not an id of 12 of a-z0-9: " + text);
        }
        return text;
    }

    /**
     * The id of one thing.
     *
     * @param kind what sort of thing, so that a group and a component of one name differ
     * @param identity what never changes about it
     */
    public static String of(String kind, String identity) {
        byte[] digest = Sha256.of((kind + ":" + identity).getBytes(StandardCharsets.UTF_8));
        String digits = new BigInteger(1, digest).mod(RANGE).toString(RADIX);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }
}
