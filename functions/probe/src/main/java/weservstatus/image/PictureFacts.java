package weservstatus.image;

import java.util.List;
import weservstatus.check.ImageFormat;

/**
 * What the structure of a file says, before any pixel is decoded.
 *
 * @param format by its magic bytes
 * @param width of the canvas, in pixels
 * @param frames where each frame lies and how long it shows; one for a still
 * @param alpha whether the file has an alpha channel or a transparent colour
 */
record PictureFacts(
        ImageFormat format,
        int width,
        int height,
        boolean alpha,
        List<Frame> frames,
        Encoding encoding) {
    PictureFacts {
        frames = List.copyOf(frames);
    }

    /** A still without anything special about its encoding. */
    static PictureFacts still(
            ImageFormat format, int width, int height, boolean alpha, Encoding encoding) {
        return new PictureFacts(
                format, width, height, alpha, List.of(Frame.still(width, height)), encoding);
    }

    long pixels() {
        return (long) width * height * frames.size();
    }
}
