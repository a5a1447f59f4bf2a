package weservstatus.image;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Quantisation tables as the Independent JPEG Group scales them: each quality from 1 to 100 has its
 * own, so a table tells the quality that was asked for.
 */
final class JpegTables {
    private static final int SIZE = 64;

    /** The standard luminance table (ITU-T T.81, table K.1), by size: scaling keeps that order. */
    private static final int[] STANDARD = {
        10, 11, 12, 12, 13, 14, 14, 14, 16, 16, 16, 17, 18, 19, 22, 22, 24, 24, 24, 26, 29, 35,
        37, 40, 40, 49, 51, 51, 55, 55, 56, 56, 57, 58, 60, 61, 62, 64, 64, 68, 69, 72, 77, 78,
        80, 81, 87, 87, 92, 92, 95, 98, 99, 100, 101, 103, 103, 103, 104, 109, 112, 113, 120, 121
    };

    private JpegTables() {}

    /** The quality whose standard luminance table this is; empty for tables of other kinds. */
    static OptionalInt quality(int[] table) {
        int[] sorted = table.clone();
        Arrays.sort(sorted);
        for (int quality = 1; quality <= 100; quality++) {
            if (Arrays.equals(sorted, scaled(quality))) {
                return OptionalInt.of(quality);
            }
        }
        return OptionalInt.empty();
    }

    static OptionalDouble mean(int[] table) {
        return Arrays.stream(table).average();
    }

    /**
     * The first table of a segment.
     *
     * @param at where the segment's content begins
     */
    static int[] first(Bytes bytes, long at, int length) throws UnreadableException {
        int size = bytes.u8(at) >> 4 == 0 ? 1 : 2;
        if (length < 1 + SIZE * size) {
            throw new UnreadableException("damaged: a quantisation table is too short");
        }
        int[] table = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            table[i] = (int) bytes.unsigned(at + 1 + (long) i * size, size);
        }
        return table;
    }

    private static int[] scaled(int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        return Arrays.stream(STANDARD)
                .map(value -> Math.clamp((value * percent + 50) / 100, 1, 255))
                .toArray();
    }
}
