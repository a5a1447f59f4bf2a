package weservstatus.image;

import java.util.OptionalDouble;
import weservstatus.check.ImageParameters;

/**
 * Sharpens: what a picture has beyond its blurred self is added once more, in lightness only, as
 * {@code vips_sharpen} does; without a value a fixed mask of three by three.
 *
 * @param sigma of the blur in pixels; empty for the mild mask
 * @param flat how much of a small difference is added
 * @param jagged how much of a large one
 */
record Sharpening(OptionalDouble sigma, double flat, double jagged) {
    private static final double LEAST = 0.000001;
    private static final double MOST = 10_000;

    /** libvips: up to here a difference of lightness (0 to 100) counts as small. */
    private static final double SMALL = 2;

    /** libvips: never lighter than by this. */
    private static final double LIGHTER = 10;

    /** libvips: never darker than by this. */
    private static final double DARKER = 20;

    /** Weights of the mild mask, in parts of 24: the middle, and each of its eight neighbours. */
    private static final int MIDDLE = 32;

    private static final int SCALE = 24;

    static Sharpening of(ImageParameters parameters) {
        return new Sharpening(
                parameters.number("sharp", LEAST, MOST),
                parameters.number("sharpf", 0, MOST).orElse(1),
                parameters.number("sharpj", 0, MOST).orElse(2));
    }

    Raster applied(Raster picture) {
        return sigma.isPresent() ? inLightness(picture, sigma.getAsDouble()) : mild(picture);
    }

    private Raster inLightness(Raster picture, double width) {
        int[] pixels = picture.pixels();
        Lab[] colours = new Lab[pixels.length];
        double[] lightness = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            colours[i] = i > 0 && pixels[i] == pixels[i - 1] ? colours[i - 1] : Lab.of(pixels[i]);
            lightness[i] = colours[i].lightness();
        }
        double[] blurred = Kernel.gaussian(width).applied(lightness, picture.width());
        int[] out = new int[pixels.length];
        for (int i = 0; i < out.length; i++) {
            double added = added(lightness[i] - blurred[i]);
            double level = Math.clamp(lightness[i] + added, 0, 100);
            out[i] =
                    added == 0
                            ? pixels[i]
                            : new Lab(level, colours[i].a(), colours[i].b()).argb(pixels[i]);
        }
        return new Raster(picture.width(), picture.height(), out);
    }

    private double added(double difference) {
        double small = Math.clamp(difference, -SMALL, SMALL);
        double added = small * flat + (difference - small) * jagged;
        return Math.clamp(added, -DARKER, LIGHTER);
    }

    private static Raster mild(Raster picture) {
        int[] out = new int[picture.pixels().length];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                out[y * picture.width() + x] = mild(picture, x, y);
            }
        }
        return new Raster(picture.width(), picture.height(), out);
    }

    private static int mild(Raster picture, int x, int y) {
        int result = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            int sum = (MIDDLE + 1) * (picture.at(x, y) >>> shift & 255);
            for (int near = 0; near < 9; near++) {
                int column = Math.clamp(x + near % 3 - 1, 0, picture.width() - 1);
                int row = Math.clamp(y + near / 3 - 1, 0, picture.height() - 1);
                sum -= picture.at(column, row) >>> shift & 255;
            }
            result |= Math.clamp(Math.round((float) sum / SCALE), 0, 255) << shift;
        }
        return result;
    }
}
