package weservstatus.image;

/**
 * What the sequence header of a picture in AV1 says (AV1 specification, 5.5).
 *
 * @param large whether superblocks are 128 pixels wide, not 64
 * @param still whether frame headers leave out what a still never needs
 * @param screenTools 0 never, 1 always, 2 as each frame says; the same for {@code wholeMotion}
 */
record Av1Sequence(
        int width,
        int height,
        boolean still,
        boolean large,
        boolean scaled,
        int screenTools,
        int wholeMotion,
        int orderBits) {

    private static final int EACH_FRAME = 2;

    static Av1Sequence read(BitReader bits) throws UnreadableException {
        bits.next(4);
        boolean still = bits.flag();
        if (still) {
            bits.next(5);
        } else {
            operatingPoints(bits);
        }
        int widthBits = bits.next(4) + 1;
        int heightBits = bits.next(4) + 1;
        int width = bits.next(widthBits) + 1;
        int height = bits.next(heightBits) + 1;
        if (!still && bits.flag()) {
            bits.next(7);
        }
        boolean large = bits.flag();
        bits.next(2);
        int[] tools = still ? new int[] {EACH_FRAME, EACH_FRAME, 0} : tools(bits);
        boolean scaled = bits.flag();
        return new Av1Sequence(width, height, still, large, scaled, tools[0], tools[1], tools[2]);
    }

    /** Screen tools, whole motion, bits of the order. */
    private static int[] tools(BitReader bits) throws UnreadableException {
        bits.next(4);
        boolean ordered = bits.flag();
        bits.next(ordered ? 2 : 0);
        int screen = bits.flag() ? EACH_FRAME : bits.next(1);
        int motion = EACH_FRAME;
        if (screen > 0 && !bits.flag()) {
            motion = bits.next(1);
        }
        return new int[] {screen, motion, ordered ? bits.next(3) + 1 : 0};
    }

    private static void operatingPoints(BitReader bits) throws UnreadableException {
        if (bits.flag()) {
            throw new UnreadableException("the AV1 header carries timing, which a still has not");
        }
        boolean delays = bits.flag();
        int points = bits.next(5) + 1;
        for (int i = 0; i < points; i++) {
            bits.next(12);
            if (bits.next(5) > 7) {
                bits.next(1);
            }
            if (delays && bits.flag()) {
                bits.next(4);
            }
        }
    }
}
