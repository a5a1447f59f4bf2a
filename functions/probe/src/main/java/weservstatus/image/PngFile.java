package weservstatus.image;

import java.util.zip.CRC32;
import weservstatus.check.ImageFormat;

/** Structure of a PNG: every chunk whole and with its checksum right, up to IEND. */
final class PngFile {
    private static final int SIGNATURE = 8;
    private static final int AROUND_CHUNK = 12;

    private PngFile() {}

    static PictureFacts read(Bytes bytes) throws UnreadableException {
        boolean transparency = false;
        boolean data = false;
        long at = SIGNATURE;
        while (true) {
            if (at >= bytes.length()) {
                throw UnreadableException.cutShort("the PNG has no end chunk");
            }
            long length = bytes.u32(at);
            String type = bytes.tag(at + 4);
            checkSum(bytes, at, length, type);
            transparency |= type.equals("tRNS");
            data |= type.equals("IDAT");
            at += length + AROUND_CHUNK;
            if (type.equals("IEND")) {
                break;
            }
        }
        if (!data) {
            throw new UnreadableException("the PNG has no picture data");
        }
        return facts(bytes, transparency);
    }

    private static void checkSum(Bytes bytes, long at, long length, String type)
            throws UnreadableException {
        bytes.require(at, length + AROUND_CHUNK);
        CRC32 crc = new CRC32();
        crc.update(bytes.data(), (int) at + 4, (int) length + 4);
        if (crc.getValue() != bytes.u32(at + 8 + length)) {
            throw new UnreadableException("damaged: the checksum of chunk " + type + " is wrong");
        }
    }

    private static PictureFacts facts(Bytes bytes, boolean transparency)
            throws UnreadableException {
        if (!bytes.tag(SIGNATURE + 4).equals("IHDR")) {
            throw new UnreadableException("the PNG has no header");
        }
        int colourType = bytes.u8(25);
        boolean alphaChannel = colourType == 4 || colourType == 6;
        return PictureFacts.still(
                ImageFormat.PNG,
                (int) bytes.u32(16),
                (int) bytes.u32(20),
                alphaChannel || transparency,
                Encoding.interlaced(bytes.u8(28) == 1));
    }
}
