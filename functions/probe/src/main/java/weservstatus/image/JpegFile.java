package weservstatus.image;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import weservstatus.check.ImageFormat;

/** Structure of a JPEG: markers up to the end-of-image marker, frame header, first table. */
final class JpegFile {
    private static final int START_OF_SCAN = 0xda;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int QUANTISATION = 0xdb;

    private final Bytes bytes;
    private int width;
    private int height;
    private boolean progressive;
    private boolean scanned;
    private Optional<int[]> table = Optional.empty();

    private JpegFile(Bytes bytes) {
        this.bytes = bytes;
    }

    static PictureFacts read(Bytes bytes) throws UnreadableException {
        JpegFile file = new JpegFile(bytes);
        file.walk();
        if (file.width == 0 || !file.scanned) {
            throw new UnreadableException("the JPEG has no picture");
        }
        return PictureFacts.still(
                ImageFormat.JPEG, file.width, file.height, false, file.encoding());
    }

    private Encoding encoding() {
        return new Encoding(
                progressive,
                false,
                table.map(JpegTables::quality).orElse(OptionalInt.empty()),
                table.map(JpegTables::mean).orElse(OptionalDouble.empty()));
    }

    private void walk() throws UnreadableException {
        long at = 2;
        while (true) {
            int marker = markerAt(at);
            if (marker == END_OF_IMAGE) {
                return;
            }
            int length = bytes.u16(at + 2);
            bytes.require(at + 2, length);
            segment(marker, at + 4, length - 2);
            at += 2 + length;
            if (marker == START_OF_SCAN) {
                scanned = true;
                at = endOfScan(at);
            }
        }
    }

    private int markerAt(long at) throws UnreadableException {
        if (at >= bytes.length()) {
            throw UnreadableException.cutShort("the JPEG has no end-of-image marker");
        }
        if (bytes.u8(at) != 0xff) {
            throw new UnreadableException("damaged: no JPEG marker where one must be");
        }
        return bytes.u8(at + 1);
    }

    /** Entropy-coded data ends at the first marker that is neither stuffing nor a restart. */
    private long endOfScan(long from) throws UnreadableException {
        long at = from;
        while (at + 1 < bytes.length()) {
            int next = bytes.u8(at + 1);
            boolean restart = next >= 0xd0 && next <= 0xd7;
            if (bytes.u8(at) == 0xff && next != 0 && next != 0xff && !restart) {
                return at;
            }
            at++;
        }
        throw UnreadableException.cutShort("the JPEG has no end-of-image marker");
    }

    private void segment(int marker, long at, int length) throws UnreadableException {
        boolean frame =
                marker >= 0xc0
                        && marker <= 0xcf
                        && marker != 0xc4
                        && marker != 0xc8
                        && marker != 0xcc;
        if (frame) {
            height = bytes.u16(at + 1);
            width = bytes.u16(at + 3);
            progressive = marker == 0xc2;
        } else if (marker == QUANTISATION && table.isEmpty()) {
            table = Optional.of(JpegTables.first(bytes, at, length));
        }
    }
}
