package weservstatus.image;

/** Picture size from an AV1 sequence header (AV1 specification, 5.5.1). */
record Av1Sequence(int width, int height) {
    private static final int SEQUENCE_HEADER = 1;

    /** Walks the units of an item, all of which must lie inside it. */
    static Av1Sequence read(Bytes item) throws UnreadableException {
        Av1Sequence found = null;
        boolean frame = false;
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
                found = header(new Bits(item, at));
            }
            frame |= type == 3 || type == 6;
            at += size;
        }
        if (found == null || !frame) {
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

    private static Av1Sequence header(Bits bits) throws UnreadableException {
        bits.next(4);
        boolean reduced = bits.next(1) == 1;
        if (reduced) {
            bits.next(5);
        } else {
            operatingPoints(bits);
        }
        int widthBits = (int) bits.next(4) + 1;
        int heightBits = (int) bits.next(4) + 1;
        return new Av1Sequence((int) bits.next(widthBits) + 1, (int) bits.next(heightBits) + 1);
    }

    private static void operatingPoints(Bits bits) throws UnreadableException {
        if (bits.next(1) == 1) {
            throw new UnreadableException("the AV1 header carries timing, which a still has not");
        }
        boolean delays = bits.next(1) == 1;
        long points = bits.next(5) + 1;
        for (long i = 0; i < points; i++) {
            bits.next(12);
            if (bits.next(5) > 7) {
                bits.next(1);
            }
            if (delays && bits.next(1) == 1) {
                bits.next(4);
            }
        }
    }

    private static final class Bits {
        private final Bytes bytes;
        private long position;

        Bits(Bytes bytes, long at) {
            this.bytes = bytes;
            this.position = at * 8;
        }

        long next(int count) throws UnreadableException {
            long value = 0;
            for (int i = 0; i < count; i++) {
                int bit = bytes.u8(position / 8) >> (int) (7 - position % 8) & 1;
                value = value << 1 | bit;
                position++;
            }
            return value;
        }
    }
}
