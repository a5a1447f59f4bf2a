package weservstatus.image;

import java.util.Optional;
import weservstatus.check.ImageFormat;

/** Tells formats apart by their first bytes and reads the structure of each. */
final class PictureFile {
    private PictureFile() {}

    /** The true format, whatever the Content-Type says. */
    static Optional<ImageFormat> formatOf(Bytes bytes) {
        if (bytes.startsWith(0xff, 0xd8, 0xff)) {
            return Optional.of(ImageFormat.JPEG);
        }
        if (bytes.startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(ImageFormat.PNG);
        }
        if (bytes.startsWith('G', 'I', 'F', '8', '7', 'a')
                || bytes.startsWith('G', 'I', 'F', '8', '9', 'a')) {
            return Optional.of(ImageFormat.GIF);
        }
        if (bytes.startsWith('I', 'I', '*', 0) || bytes.startsWith('M', 'M', 0, '*')) {
            return Optional.of(ImageFormat.TIFF);
        }
        return boxed(bytes);
    }

    private static Optional<ImageFormat> boxed(Bytes bytes) {
        try {
            if (bytes.tag(0).equals("RIFF") && bytes.tag(8).equals("WEBP")) {
                return Optional.of(ImageFormat.WEBP);
            }
            if (bytes.tag(4).equals("ftyp")) {
                return AvifFile.branded(bytes) ? Optional.of(ImageFormat.AVIF) : Optional.empty();
            }
            return Optional.empty();
        } catch (UnreadableException tooShort) {
            return Optional.empty();
        }
    }

    /**
     * Reads the structure from the first byte to the last.
     *
     * @throws UnreadableException when the file is cut short or breaks its format
     */
    static PictureFacts read(ImageFormat format, Bytes bytes) throws UnreadableException {
        return switch (format) {
            case JPEG -> JpegFile.read(bytes);
            case PNG -> PngFile.read(bytes);
            case GIF -> GifFile.read(bytes);
            case WEBP -> WebpFile.read(bytes);
            case AVIF -> AvifFile.read(bytes);
            case TIFF -> TiffFile.read(bytes);
        };
    }
}
