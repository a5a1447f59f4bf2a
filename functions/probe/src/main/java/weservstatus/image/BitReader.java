package weservstatus.image;

/** Reads numbers bit by bit, the highest first. */
final class BitReader {
    private final Bytes bytes;
    private long position;

    /**
     * @param at the first byte
     */
    BitReader(Bytes bytes, long at) {
        this.bytes = bytes;
        this.position = at * 8;
    }

    int next(int count) throws UnreadableException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            int bit = bytes.u8(position / 8) >> (int) (7 - position % 8) & 1;
            value = value << 1 | bit;
            position++;
        }
        return value;
    }

    boolean flag() throws UnreadableException {
        return next(1) == 1;
    }
}
