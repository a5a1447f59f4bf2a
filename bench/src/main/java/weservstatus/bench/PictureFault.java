package weservstatus.bench;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What goes wrong with the pixels while size and format stay right. */
record PictureFault(String label, Function<BufferedImage, BufferedImage> damage) {
    /** All kinds. */
    static final List<PictureFault> ALL =
            List.of(
                    new PictureFault(
                            "squeezed to three quarters", p -> moved(p, -53, 4 / 3.0, 0, 1)),
                    new PictureFault("one colour", p -> Picture.of(p, (x, y) -> p.getRGB(40, 40))),
                    new PictureFault(
                            "mirrored left to right", p -> moved(p, p.getWidth(), -1, 0, 1)),
                    new PictureFault(
                            "mirrored top to bottom", p -> moved(p, 0, 1, p.getHeight(), -1)),
                    new PictureFault(
                            "turned by 180 degrees",
                            p -> moved(p, p.getWidth(), -1, p.getHeight(), -1)),
                    new PictureFault("red and blue swapped", p -> swapped(p, 16, 0)),
                    new PictureFault("red and green swapped", p -> swapped(p, 16, 8)),
                    new PictureFault("green and blue swapped", p -> swapped(p, 8, 0)),
                    new PictureFault("greyscale", p -> saturated(p, 0)),
                    new PictureFault("saturation 0.7", p -> saturated(p, 0.7)),
                    new PictureFault("inverted", p -> Picture.levels(p, v -> 255 - v)),
                    new PictureFault("20 levels brighter", p -> Picture.levels(p, v -> v + 20)),
                    new PictureFault(
                            "gamma 1.3",
                            p -> Picture.levels(p, v -> (int) (255 * Math.pow(v / 255.0, 1.3)))),
                    new PictureFault(
                            "contrast 0.8",
                            p -> Picture.levels(p, v -> (int) (128 + 0.8 * (v - 128)))),
                    new PictureFault("cut 8 pixels aside", p -> moved(p, 8, 1, 0, 1)),
                    new PictureFault("zoomed by 5 %", p -> moved(p, 8, 0.95, 6, 0.95)),
                    new PictureFault("enlarged from a quarter", PictureFault::upscaled),
                    new PictureFault("blurred, radius 2", p -> blurred(p, 2)),
                    new PictureFault("sharpened beyond measure", PictureFault::sharpened),
                    new PictureFault(
                            "a block of 48 pixels damaged", p -> painted(p, 120, 90, 168, 138)),
                    new PictureFault("lower half missing", PictureFault::half),
                    new PictureFault(
                            "four levels a channel", p -> Picture.levels(p, v -> v / 64 * 85)),
                    new PictureFault("noise of 24 levels", p -> noisy(p, 24)),
                    new PictureFault(
                            "tinted",
                            p -> Picture.mixed(p, Picture.of(p, (x, y) -> 0xffff8000), 0.2)),
                    new PictureFault("bands of 12 rows, moved", PictureFault::banded),
                    new PictureFault(
                            "every second row lost",
                            p -> Picture.of(p, (x, y) -> p.getRGB(x, y / 2))));

    /** The lower half is grey. */
    static BufferedImage half(BufferedImage p) {
        return painted(p, 0, p.getHeight() / 2, p.getWidth(), p.getHeight());
    }

    /**
     * The picture with the fault.
     *
     * @param strength 1 for all of it, less to let the right picture shine through
     */
    BufferedImage of(BufferedImage honest, double strength) {
        return Picture.mixed(honest, damage.apply(honest), strength);
    }

    private static BufferedImage moved(
            BufferedImage p, double x, double across, double y, double down) {
        return Picture.moved(p, p.getWidth(), p.getHeight(), new double[] {x, across, y, down});
    }

    private static BufferedImage swapped(BufferedImage p, int one, int other) {
        return Picture.mapped(
                p,
                argb -> {
                    int a = argb >> one & 255;
                    int b = argb >> other & 255;
                    return (argb & ~(255 << one | 255 << other)) | a << other | b << one;
                });
    }

    private static BufferedImage saturated(BufferedImage p, double share) {
        return Picture.mapped(
                p,
                argb -> {
                    Color c = new Color(argb);
                    double grey = 0.299 * c.getRed() + 0.587 * c.getGreen() + 0.114 * c.getBlue();
                    return Picture.each(argb, v -> (int) Math.round(grey + share * (v - grey)));
                });
    }

    private static BufferedImage upscaled(BufferedImage p) {
        BufferedImage small = Resampler.BOX.resized(p, p.getWidth() / 4, p.getHeight() / 4);
        return Resampler.BILINEAR.resized(small, p.getWidth(), p.getHeight());
    }

    private static BufferedImage blurred(BufferedImage p, int radius) {
        return Picture.of(p, (x, y) -> mean(p, x, y, radius));
    }

    private static int mean(BufferedImage p, int x, int y, int radius) {
        int[] sums = new int[3];
        int side = 2 * radius + 1;
        for (int i = 0; i < side * side; i++) {
            int argb = Picture.clamped(p, x - radius + i % side, y - radius + i / side);
            sums[0] += argb >> 16 & 255;
            sums[1] += argb >> 8 & 255;
            sums[2] += argb & 255;
        }
        int n = side * side;
        return 0xff000000 | ((sums[0] / n) << 16) | ((sums[1] / n) << 8) | (sums[2] / n);
    }

    /** Three times the difference from a blurred copy, added. */
    private static BufferedImage sharpened(BufferedImage p) {
        BufferedImage soft = blurred(p, 1);
        return Picture.of(
                p,
                (x, y) -> {
                    int sharp = p.getRGB(x, y);
                    int mean = soft.getRGB(x, y);
                    int result = 255;
                    for (int shift = 16; shift >= 0; shift -= 8) {
                        int v = sharp >> shift & 255;
                        int more = v + 3 * (v - (mean >> shift & 255));
                        result = result << 8 | Math.clamp(more, 0, 255);
                    }
                    return result;
                });
    }

    private static BufferedImage painted(BufferedImage p, int left, int top, int right, int foot) {
        return Picture.of(
                p,
                (x, y) ->
                        x >= left && x < right && y >= top && y < foot
                                ? 0xff808080
                                : p.getRGB(x, y));
    }

    private static BufferedImage noisy(BufferedImage p, int amplitude) {
        Random random = new Random(7);
        return Picture.levels(p, v -> v + random.nextInt(2 * amplitude + 1) - amplitude);
    }

    private static BufferedImage banded(BufferedImage p) {
        return Picture.of(p, (x, y) -> Picture.clamped(p, y / 12 % 2 == 0 ? x : x + 10, y));
    }
}
