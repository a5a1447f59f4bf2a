package weservstatus.document;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** The gzip format (RFC 1952), without time and name: equal bytes give equal bytes. */
final class Gzip {
    /** Magic, deflate, no flags, no time, no hint, unknown system. */
    private static final byte[] HEADER = {
        0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff
    };

    static final int HEADER_LENGTH = HEADER.length;
    static final int TRAILER_LENGTH = 8;

    private Gzip() {}

    static byte[] compress(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 8 + 64);
        out.writeBytes(HEADER);
        deflate(plain, out);
        writeTrailer(out, crc(plain), plain.length);
        return out.toByteArray();
    }

    static void writeHeader(ByteArrayOutputStream out) {
        out.writeBytes(HEADER);
    }

    static void writeTrailer(ByteArrayOutputStream out, int crc, int length) {
        littleEndian(out, crc);
        littleEndian(out, length);
    }

    private static int crc(byte[] plain) {
        CRC32 crc = new CRC32();
        crc.update(plain);
        return (int) crc.getValue();
    }

    private static void deflate(byte[] plain, ByteArrayOutputStream out) {
        try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        }
    }

    private static void littleEndian(ByteArrayOutputStream out, int value) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(value >>> shift);
        }
    }
}
