package weservstatus.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;

/**
 * Pixels in rows from the top, each {@code 0xAARRGGBB}, colours not multiplied by alpha. Operations
 * give new rasters.
 */
@SuppressWarnings("ArrayRecordComponent") // Pixels are compared by Comparison, never by equals.
record Raster(int width, int height, int[] pixels) {

    static Raster filled(int width, int height, int argb) {
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, argb);
        return new Raster(width, height, pixels);
    }

    int at(int x, int y) {
        return pixels[y * width + x];
    }

    Raster crop(int x, int y, int cropWidth, int cropHeight) {
        int[] out = new int[cropWidth * cropHeight];
        for (int row = 0; row < cropHeight; row++) {
            System.arraycopy(pixels, (y + row) * width + x, out, row * cropWidth, cropWidth);
        }
        return new Raster(cropWidth, cropHeight, out);
    }

    /** Laid on a canvas of the given colour; what lies outside the canvas is cut. */
    Raster placed(int canvasWidth, int canvasHeight, int x, int y, int argb) {
        Raster canvas = filled(canvasWidth, canvasHeight, argb);
        int left = Math.max(0, x);
        int count = Math.min(canvasWidth, x + width) - left;
        for (int row = Math.max(0, -y);
                count > 0 && row < height && y + row < canvasHeight;
                row++) {
            System.arraycopy(
                    pixels,
                    row * width + left - x,
                    canvas.pixels,
                    (y + row) * canvasWidth + left,
                    count);
        }
        return canvas;
    }

    /** Turned clockwise by so many quarter turns. */
    Raster turned(int quarters) {
        Raster result = this;
        for (int i = Math.floorMod(quarters, 4); i > 0; i--) {
            result = result.turnedOnce();
        }
        return result;
    }

    private Raster turnedOnce() {
        int[] out = new int[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[x * height + height - 1 - y] = pixels[y * width + x];
            }
        }
        return new Raster(/* width= */ height, /* height= */ width, out);
    }

    /** Mirrored left to right. */
    Raster flopped() {
        int[] out = new int[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + width - 1 - x] = pixels[y * width + x];
            }
        }
        return new Raster(width, height, out);
    }

    /** Mirrored top to bottom. */
    Raster flipped() {
        int[] out = new int[pixels.length];
        for (int y = 0; y < height; y++) {
            System.arraycopy(pixels, y * width, out, (height - 1 - y) * width, width);
        }
        return new Raster(width, height, out);
    }

    Raster mapped(IntUnaryOperator colour) {
        int[] out = new int[pixels.length];
        int last = 0;
        int mapped = colour.applyAsInt(0);
        for (int i = 0; i < out.length; i++) {
            // Cells are plain, so neighbours are mostly equal.
            if (pixels[i] != last) {
                last = pixels[i];
                mapped = colour.applyAsInt(last);
            }
            out[i] = mapped;
        }
        return new Raster(width, height, out);
    }

    /** For writers and viewers. */
    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    byte[] png() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image(), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Whether any pixel lets something shine through. */
    boolean transparent() {
        // As a stream this was an eighth of a round of the catalogue.
        for (int argb : pixels) {
            if (argb >>> 24 != 255) {
                return true;
            }
        }
        return false;
    }

    /** Pictures of one size, one below the other. */
    static Raster stacked(List<Raster> pictures) {
        Raster first = pictures.getFirst();
        int[] pixels = new int[first.pixels.length * pictures.size()];
        for (int i = 0; i < pictures.size(); i++) {
            System.arraycopy(
                    pictures.get(i).pixels,
                    0,
                    pixels,
                    i * first.pixels.length,
                    first.pixels.length);
        }
        return new Raster(first.width, first.height * pictures.size(), pixels);
    }

    /** Laid over a plain colour; the result is opaque where either is. */
    Raster over(int background) {
        return mapped(argb -> blend(argb, background));
    }

    /** Source over destination, both with alpha (Porter and Duff). */
    static int blend(int top, int bottom) {
        int topAlpha = top >>> 24;
        if (topAlpha == 255 || bottom == 0) {
            return top;
        }
        int bottomShare = (bottom >>> 24) * (255 - topAlpha);
        int alpha = topAlpha * 255 + bottomShare;
        int result = ((alpha + 127) / 255) << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            int mixed =
                    (top >> shift & 255) * topAlpha * 255 + (bottom >> shift & 255) * bottomShare;
            result |= (alpha == 0 ? 0 : (mixed + alpha / 2) / alpha) << shift;
        }
        return result;
    }
}
