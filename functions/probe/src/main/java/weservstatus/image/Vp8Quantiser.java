package weservstatus.image;

/**
 * The quantiser of a lossy WebP, from the header of its key frame (RFC 6386, 9.2 to 9.6 and 19.2).
 */
final class Vp8Quantiser {
    private static final int SEGMENTS = 4;

    /** Even odds, for all that has no probability of its own. */
    private static final int EVEN = 128;

    private static final int FRAME_HEADER = 10;

    private final Bytes bytes;
    private long at;
    private int value;
    private int range = 255;
    private int bits;

    private Vp8Quantiser(Bytes bytes, long at) throws UnreadableException {
        this.bytes = bytes;
        this.at = at;
        value = bytes.u16(at);
        this.at += 2;
    }

    /**
     * The mean quantiser index of all segments, 0 (finest) to 127.
     *
     * @param frame where the frame begins
     */
    static double of(Bytes bytes, long frame) throws UnreadableException {
        return new Vp8Quantiser(bytes, frame + FRAME_HEADER).index();
    }

    private double index() throws UnreadableException {
        number(2);
        int[] segments = new int[SEGMENTS];
        boolean segmented = flag();
        boolean absolute = segmented && segments(segments);
        number(1 + 6 + 3);
        boolean adjusted = flag();
        if (adjusted && flag()) {
            for (int i = 0; i < 2 * SEGMENTS; i++) {
                signed(6);
            }
        }
        number(2);
        int base = number(7);
        double sum = 0;
        for (int segment : segments) {
            sum += !segmented ? base : absolute ? segment : base + segment;
        }
        return sum / SEGMENTS;
    }

    /** Reads what belongs to segments; whether their quantisers replace the common one. */
    private boolean segments(int[] quantisers) throws UnreadableException {
        boolean map = flag();
        boolean absolute = false;
        if (flag()) {
            absolute = flag();
            for (int i = 0; i < SEGMENTS; i++) {
                quantisers[i] = signed(7);
            }
            for (int i = 0; i < SEGMENTS; i++) {
                signed(6);
            }
        }
        for (int i = 0; map && i < 3; i++) {
            if (flag()) {
                number(8);
            }
        }
        return absolute;
    }

    private int signed(int length) throws UnreadableException {
        if (!flag()) {
            return 0;
        }
        int size = number(length);
        return flag() ? -size : size;
    }

    private int number(int length) throws UnreadableException {
        int result = 0;
        for (int i = 0; i < length; i++) {
            result = result << 1 | (flag() ? 1 : 0);
        }
        return result;
    }

    private boolean flag() throws UnreadableException {
        int split = 1 + (((range - 1) * EVEN) >> 8);
        boolean set = value >= split << 8;
        if (set) {
            range -= split;
            value -= split << 8;
        } else {
            range = split;
        }
        while (range < 128) {
            value <<= 1;
            range <<= 1;
            if (++bits == 8) {
                bits = 0;
                value |= bytes.u8(at++);
            }
        }
        return set;
    }
}
