package weservstatus.image;

import java.nio.charset.StandardCharsets;
import weservstatus.check.ImageFormat;

/** How often an animation plays: 0 for ever, 1 where nothing is said. */
final class Loops {
    private static final byte[] NETSCAPE =
            "!\u00ff\u000bNETSCAPE2.0\u0003\u0001".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ANIMATION = 4;

    private Loops() {}

    /** Reads a GIF or WebP whose structure is sound; of another format, 1. */
    static int of(ImageFormat format, Bytes bytes) throws UnreadableException {
        return switch (format) {
            case GIF -> ofGif(bytes);
            case WEBP -> ofWebp(bytes);
            case JPEG, PNG, AVIF, TIFF -> 1;
        };
    }

    private static int ofGif(Bytes bytes) throws UnreadableException {
        for (long at = 0; at + NETSCAPE.length + 2 <= bytes.length(); at++) {
            if (isAt(bytes, at)) {
                return bytes.u16Little(at + NETSCAPE.length);
            }
        }
        return 1;
    }

    private static boolean isAt(Bytes bytes, long at) throws UnreadableException {
        for (int i = 0; i < NETSCAPE.length; i++) {
            if (bytes.u8(at + i) != (NETSCAPE[i] & 255)) {
                return false;
            }
        }
        return true;
    }

    private static int ofWebp(Bytes bytes) throws UnreadableException {
        long end = bytes.u32Little(4) + 8;
        long at = WebpFile.HEADER;
        while (at + 8 <= end) {
            long size = bytes.u32Little(at + 4);
            if (bytes.tag(at).equals("ANIM")) {
                return bytes.u16Little(at + 8 + ANIMATION);
            }
            at += 8 + size + (size & 1);
        }
        return 1;
    }
}
