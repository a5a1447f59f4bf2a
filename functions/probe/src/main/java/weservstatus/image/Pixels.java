package weservstatus.image;

import java.awt.image.BufferedImage;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;

/**
 * Takes the samples of a decoded picture as they are. {@link BufferedImage#getRGB} would be slow
 * and would convert grey as if it were linear light.
 */
final class Pixels {
    private Pixels() {}

    static Raster of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return indexed(image, palette);
        }
        if (image.getRaster().getDataBuffer() instanceof DataBufferByte buffer
                && buffer.getNumBanks() == 1
                && image.getSampleModel() instanceof ComponentSampleModel model
                && !image.isAlphaPremultiplied()) {
            return new Raster(width, height, samples(buffer.getData(), model, width, height));
        }
        return new Raster(
                width,
                height,
                image.getRGB(0, 0, width, height, new int[width * height], 0, width));
    }

    private static Raster indexed(BufferedImage image, IndexColorModel palette) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels =
                image.getRaster().getSamples(0, 0, width, height, 0, new int[width * height]);
        for (int i = 0; i < pixels.length; i++) {
            int argb = pixels[i] < colours.length ? colours[pixels[i]] : 0;
            pixels[i] = argb >>> 24 == 0 ? 0 : argb;
        }
        return new Raster(width, height, pixels);
    }

    private static int[] samples(byte[] data, ComponentSampleModel model, int width, int height) {
        int[] offsets = model.getBandOffsets();
        int bands = offsets.length;
        int green = bands < 3 ? offsets[0] : offsets[1];
        int blue = bands < 3 ? offsets[0] : offsets[2];
        boolean alpha = bands == 2 || bands == 4;
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            int at = y * model.getScanlineStride();
            for (int x = 0; x < width; x++, at += model.getPixelStride()) {
                int opacity = alpha ? data[at + offsets[bands - 1]] & 255 : 255;
                pixels[y * width + x] =
                        opacity << 24
                                | (data[at + offsets[0]] & 255) << 16
                                | (data[at + green] & 255) << 8
                                | (data[at + blue] & 255);
            }
        }
        return pixels;
    }
}
