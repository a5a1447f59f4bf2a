package weservstatus.uptime;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bytes deflated without any head or checksum around them. */
final class Deflated {
    private static final int CHUNK = 1_024;

    private Deflated() {}

    static byte[] of(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(plain);
            deflater.finish();
            while (!deflater.finished()) {
                out.write(chunk, 0, deflater.deflate(chunk));
            }
        }
        return out.toByteArray();
    }

    /**
     * What {@link #of} was given.
     *
     * @throws DataFormatException for anything else, and for more than {@code most} bytes
     */
    static byte[] inflated(byte[] packed, int most) throws DataFormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(packed);
            while (!inflater.finished()) {
                int length = inflater.inflate(chunk);
                if (length == 0 || out.size() + length > most) {
                    throw new DataFormatException("cut off or too long");
                }
                out.write(chunk, 0, length);
            }
        }
        return out.toByteArray();
    }
}
