package weservstatus.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import javax.imageio.ImageIO;

/** Does to honest pictures what a faulty service would. */
final class Mutants {
    private Mutants() {}

    static byte[] encoded(Raster picture, String format) {
        boolean alpha = picture.transparent() && format.equals("png");
        BufferedImage image =
                new BufferedImage(
                        picture.width(),
                        picture.height(),
                        alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.pixels(), 0, picture.width());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new AssertionError("no writer for " + format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** Red and blue swapped, as after a mistaken byte order. */
    static Raster swapped(Raster picture) {
        return picture.mapped(
                argb -> (argb & 0xff00ff00) | ((argb & 255) << 16) | (argb >> 16 & 255));
    }

    static Raster inverted(Raster picture) {
        return picture.mapped(argb -> argb ^ 0xffffff);
    }

    static Raster grey(Raster picture) {
        return picture.mapped(argb -> {
            int sum = (argb >> 16 & 255) * 30 + (argb >> 8 & 255) * 59 + (argb & 255) * 11;
            return (argb & 0xff000000) | sum / 100 * 0x10101;
        });
    }

    static Raster lighter(Raster picture, int levels) {
        return picture.mapped(each(level -> Math.clamp(level + levels, 0, 255)));
    }

    static Raster gamma(Raster picture, double gamma) {
        return picture.mapped(
                each(level -> (int) Math.round(255 * Math.pow(level / 255.0, gamma))));
    }

    private static IntUnaryOperator each(IntUnaryOperator change) {
        return argb ->
                (argb & 0xff000000)
                        | change.applyAsInt(argb >> 16 & 255) << 16
                        | change.applyAsInt(argb >> 8 & 255) << 8
                        | change.applyAsInt(argb & 255);
    }

    /** The middle part, enlarged to the old size. */
    static Raster zoomed(Raster picture, int percent) {
        int width = picture.width() * percent / 100;
        int height = picture.height() * percent / 100;
        Raster part =
                picture.crop(
                        (picture.width() - width) / 2,
                        (picture.height() - height) / 2,
                        width,
                        height);
        return Resampling.resize(part, picture.width(), picture.height());
    }

    /** Moved, the freed border filled with the colour of the first pixel. */
    static Raster shifted(Raster picture, int x, int y) {
        return picture.placed(picture.width(), picture.height(), x, y, picture.at(0, 0));
    }

    /** Mean over a square of the given radius, three times: close to a Gaussian. */
    static Raster blurred(Raster picture, int radius) {
        Raster result = picture;
        for (int i = 0; i < 3; i++) {
            result = boxed(result, radius);
        }
        return result;
    }

    private static Raster boxed(Raster picture, int radius) {
        Sums sums = new Sums(picture);
        int[] pixels = new int[picture.pixels().length];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                Area area =
                        new Area(
                                Math.max(0, x - radius),
                                Math.max(0, y - radius),
                                Math.min(picture.width(), x + radius + 1),
                                Math.min(picture.height(), y + radius + 1));
                pixels[y * picture.width() + x] =
                        0xff000000
                                | (int) sums.mean(0, area) << 16
                                | (int) sums.mean(1, area) << 8
                                | (int) sums.mean(2, area);
            }
        }
        return new Raster(picture.width(), picture.height(), pixels);
    }

    /** Made small and large again, as by a service that serves a thumbnail. */
    static Raster upscaled(Raster picture, int divisor) {
        Raster small =
                Resampling.resize(picture, picture.width() / divisor, picture.height() / divisor);
        return Resampling.resize(small, picture.width(), picture.height());
    }

    /** A rectangle painted over. */
    static Raster painted(Raster picture, Area area, int argb) {
        int[] pixels = picture.pixels().clone();
        for (int y = area.top(); y < area.bottom(); y++) {
            Arrays.fill(
                    pixels,
                    y * picture.width() + area.left(),
                    y * picture.width() + area.right(),
                    argb);
        }
        return new Raster(picture.width(), picture.height(), pixels);
    }

    /** Noise of a fixed seed, as much as the amplitude either way. */
    static Raster noisy(Raster picture, int amplitude) {
        Random random = new Random(7);
        int[] pixels = picture.pixels().clone();
        for (int i = 0; i < pixels.length; i++) {
            int add = random.nextInt(2 * amplitude + 1) - amplitude;
            pixels[i] = each(level -> Math.clamp(level + add, 0, 255)).applyAsInt(pixels[i]);
        }
        return new Raster(picture.width(), picture.height(), pixels);
    }
}
