package weservstatus.image;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The rows of a PNG before their filters are undone. */
final class PngRows {
    private static final int SIGNATURE = 8;
    private static final int AROUND_CHUNK = 12;

    private PngRows() {}

    /**
     * Whether any row is filtered, which is what makes a PNG smaller at the same pixels. Asked only
     * of a whole file that is not interlaced.
     */
    static boolean areFiltered(Bytes bytes) throws UnreadableException {
        byte[] row = new byte[rowLength(bytes)];
        int rows = (int) bytes.u32(20);
        Inflater inflater = new Inflater();
        try {
            Input input = new Input(bytes, inflater);
            for (int i = 0; i < rows; i++) {
                input.fill(row);
                if (row[0] != 0) {
                    return true;
                }
            }
            return false;
        } finally {
            inflater.end();
        }
    }

    private static int rowLength(Bytes bytes) throws UnreadableException {
        int samples =
                switch (bytes.u8(25)) {
                    case 2 -> 3;
                    case 4 -> 2;
                    case 6 -> 4;
                    default -> 1;
                };
        long bits = bytes.u32(16) * samples * bytes.u8(24);
        return Math.toIntExact(1 + (bits + 7) / 8);
    }

    /** Inflates the data of one IDAT chunk after the other. */
    private static final class Input {
        private final Bytes bytes;
        private final Inflater inflater;
        private long next = SIGNATURE;

        Input(Bytes bytes, Inflater inflater) {
            this.bytes = bytes;
            this.inflater = inflater;
        }

        void fill(byte[] row) throws UnreadableException {
            int filled = 0;
            while (filled < row.length) {
                int got = inflate(row, filled);
                if (got == 0) {
                    feed();
                }
                filled += got;
            }
        }

        private int inflate(byte[] row, int filled) throws UnreadableException {
            try {
                return inflater.inflate(row, filled, row.length - filled);
            } catch (DataFormatException broken) {
                throw new UnreadableException("damaged: the picture data cannot be inflated");
            }
        }

        private void feed() throws UnreadableException {
            if (inflater.finished()) {
                throw UnreadableException.cutShort("the picture data end before the last row");
            }
            while (!bytes.tag(next + 4).equals("IDAT")) {
                if (bytes.tag(next + 4).equals("IEND")) {
                    throw UnreadableException.cutShort("the picture data end before the last row");
                }
                next += bytes.u32(next) + AROUND_CHUNK;
            }
            inflater.setInput(bytes.data(), (int) next + 8, (int) bytes.u32(next));
            next += bytes.u32(next) + AROUND_CHUNK;
        }
    }
}
