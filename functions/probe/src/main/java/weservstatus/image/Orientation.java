package weservstatus.image;

import weservstatus.check.ImageFormat;

/**
 * How a viewer must turn the picture, as EXIF says it (tag 274): from 1 to 8, 1 where nothing is
 * said. The service turns the pixels and takes the tag away.
 */
final class Orientation {
    private static final int UPRIGHT = 1;
    private static final int TAG = 274;
    private static final int ENTRY = 12;
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;

    private Orientation() {}

    /**
     * Reads a file whose structure is sound.
     *
     * @throws UnreadableException when what EXIF says lies outside the file
     */
    static int of(ImageFormat format, Bytes bytes) throws UnreadableException {
        return switch (format) {
            case JPEG -> ofJpeg(bytes);
            case PNG -> ofPng(bytes);
            case WEBP -> ofWebp(bytes);
            case TIFF -> ofTiff(bytes, 0);
            case GIF, AVIF -> UPRIGHT;
        };
    }

    private static int ofJpeg(Bytes bytes) throws UnreadableException {
        long at = 2;
        while (bytes.u16(at) != START_OF_SCAN) {
            if (bytes.u16(at) == APP1 && bytes.tag(at + 4).equals("Exif")) {
                return ofTiff(bytes, at + 10);
            }
            at += 2 + bytes.u16(at + 2);
        }
        return UPRIGHT;
    }

    private static int ofPng(Bytes bytes) throws UnreadableException {
        long at = 8;
        while (!bytes.tag(at + 4).equals("IEND")) {
            if (bytes.tag(at + 4).equals("eXIf")) {
                return ofTiff(bytes, at + 8);
            }
            at += bytes.u32(at) + 12;
        }
        return UPRIGHT;
    }

    private static int ofWebp(Bytes bytes) throws UnreadableException {
        long end = bytes.u32Little(4) + 8;
        long at = WebpFile.HEADER;
        while (at + 8 <= end) {
            long size = bytes.u32Little(at + 4);
            if (bytes.tag(at).equals("EXIF")) {
                // Some writers keep JPEG's six letters before the directory.
                return ofTiff(bytes, at + 8 + (bytes.tag(at + 8).equals("Exif") ? 6 : 0));
            }
            at += 8 + size + (size & 1);
        }
        return UPRIGHT;
    }

    private static int ofTiff(Bytes bytes, long start) throws UnreadableException {
        boolean little = bytes.u8(start) == 'I';
        long directory = start + (little ? bytes.u32Little(start + 4) : bytes.u32(start + 4));
        int count = u16(bytes, directory, little);
        for (int i = 0; i < count; i++) {
            long at = directory + 2 + (long) ENTRY * i;
            if (u16(bytes, at, little) == TAG) {
                return u16(bytes, at + 8, little);
            }
        }
        return UPRIGHT;
    }

    private static int u16(Bytes bytes, long at, boolean little) throws UnreadableException {
        return little ? bytes.u16Little(at) : bytes.u16(at);
    }
}
