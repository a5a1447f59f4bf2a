package weservstatus.document;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/**
 * Ids as Statuspage writes them: 12 characters of {@code a-z0-9}, derived from what a thing is, so
 * that they stay the same for ever and on every machine.
 */
final class StatuspageId {
    private static final int LENGTH = 12;
    private static final int RADIX = 36;
    private static final BigInteger RANGE = BigInteger.valueOf(RADIX).pow(LENGTH);

    private StatuspageId() {}

    /**
     * The id of one thing.
     *
     * @param kind what sort of thing, so that a group and a component of one name differ
     * @param identity what never changes about it
     */
    static String of(String kind, String identity) {
        byte[] digest = Sha256.of((kind + ":" + identity).getBytes(StandardCharsets.UTF_8));
        String digits = new BigInteger(1, digest).mod(RANGE).toString(RADIX);
        return "0".repeat(LENGTH - digits.length()) + digits;
    }
}
