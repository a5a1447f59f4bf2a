package weservstatus.image;

import java.util.OptionalInt;

/**
 * A picture in AV1, as far as its headers tell (AV1 specification, 5.5 and 5.9).
 *
 * @param quantiser base index, 0 (lossless) to 255; empty where the frame is none that shows itself
 */
record Av1Picture(Av1Sequence sequence, OptionalInt quantiser) {
    private static final int SEQUENCE_HEADER = 1;
    private static final int FRAME_HEADER = 3;
    private static final int FRAME = 6;

    /** Largest number of tiles along one side. */
    private static final int MOST_TILES = 64;

    /** Widest tile, in pixels. */
    private static final int WIDEST_TILE = 4096;

    /** Walks the units of an item, all of which must lie inside it. */
    static Av1Picture read(Bytes item) throws UnreadableException {
        Av1Sequence sequence = null;
        Av1Picture found = null;
        long at = 0;
        while (at < item.length()) {
            int header = item.u8(at);
            int type = header >> 3 & 15;
            at += 1 + (header >> 2 & 1);
            long size = item.length() - at;
            if ((header & 2) != 0) {
                int[] taken = new int[1];
                size = leb128(item, at, taken);
                at += taken[0];
            }
            item.require(at, size);
            if (type == SEQUENCE_HEADER) {
                sequence = Av1Sequence.read(new BitReader(item, at));
            }
            if ((type == FRAME_HEADER || type == FRAME) && sequence != null && found == null) {
                found = new Av1Picture(sequence, quantiser(sequence, new BitReader(item, at)));
            }
            at += size;
        }
        if (found == null) {
            throw new UnreadableException("the AVIF has no AV1 picture where it says");
        }
        return found;
    }

    private static long leb128(Bytes item, long at, int[] taken) throws UnreadableException {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            int next = item.u8(at + i);
            value |= (long) (next & 0x7f) << (7 * i);
            taken[0] = i + 1;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        throw new UnreadableException("damaged: an AV1 unit has no length");
    }

    private static OptionalInt quantiser(Av1Sequence sequence, BitReader bits)
            throws UnreadableException {
        if (!sequence.still() && bits.next(4) != 1) {
            // Not "new frame, key frame, shown".
            return OptionalInt.empty();
        }
        boolean fixedOdds = bits.flag();
        boolean screen = sequence.screenTools() == 2 ? bits.flag() : sequence.screenTools() == 1;
        if (screen && sequence.wholeMotion() == 2) {
            bits.next(1);
        }
        boolean resized = !sequence.still() && bits.flag();
        bits.next(sequence.orderBits());
        if (resized || (sequence.scaled() && bits.flag()) || bits.flag()) {
            // A frame of another size than the sequence; no encoder of stills makes one.
            return OptionalInt.empty();
        }
        bits.next(screen ? 1 : 0);
        if (!sequence.still() && !fixedOdds) {
            bits.next(1);
        }
        return tiled(sequence, bits) ? OptionalInt.of(bits.next(8)) : OptionalInt.empty();
    }

    /** Skips the tiles; false where they are not evenly spaced. */
    private static boolean tiled(Av1Sequence sequence, BitReader bits) throws UnreadableException {
        if (!bits.flag()) {
            return false;
        }
        int side = sequence.large() ? 128 : 64;
        int across = log2(1, Math.min((sequence.width() + side - 1) / side, MOST_TILES));
        int down = log2(1, Math.min((sequence.height() + side - 1) / side, MOST_TILES));
        int wide = log2(WIDEST_TILE / side, (sequence.width() + side - 1) / side);
        int columns = more(bits, wide, across);
        int rows = more(bits, 0, down);
        bits.next(columns + rows > 0 ? columns + rows + 2 : 0);
        return true;
    }

    private static int more(BitReader bits, int from, int most) throws UnreadableException {
        int count = from;
        while (count < most && bits.flag()) {
            count++;
        }
        return count;
    }

    private static int log2(int unit, int target) {
        int result = 0;
        while (unit << result < target) {
            result++;
        }
        return result;
    }
}
