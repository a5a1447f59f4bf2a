package weservstatus.bench;

import java.awt.image.BufferedImage;
import java.util.Locale;

/** Ways to make a picture smaller, each as good as another. */
enum Resampler {
    NEAREST(0.5),
    BOX(0.5),
    BILINEAR(1),
    BICUBIC(2),
    LANCZOS(3);

    private final double reach;

    Resampler(double reach) {
        this.reach = reach;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    BufferedImage resized(BufferedImage from, int width, int height) {
        if (this == NEAREST) {
            double across = from.getWidth() / (double) width;
            double down = from.getHeight() / (double) height;
            return Picture.moved(from, width, height, new double[] {0, across, 0, down});
        }
        double[][] columns = weights(from.getWidth(), width);
        double[][] rows = weights(from.getHeight(), height);
        double[][][] narrow = new double[from.getHeight()][width][];
        for (int y = 0; y < narrow.length; y++) {
            for (int x = 0; x < width; x++) {
                narrow[y][x] = across(from, y, columns[x]);
            }
        }
        return Picture.of(width, height, (x, y) -> down(narrow, x, rows[y]));
    }

    private static double[] across(BufferedImage from, int y, double[] weights) {
        double[] sums = new double[3];
        int first = (int) weights[0];
        for (int i = 1; i < weights.length; i++) {
            int argb = Picture.clamped(from, first + i - 1, y);
            sums[0] += weights[i] * (argb >> 16 & 255);
            sums[1] += weights[i] * (argb >> 8 & 255);
            sums[2] += weights[i] * (argb & 255);
        }
        return sums;
    }

    private static int down(double[][][] narrow, int x, double[] weights) {
        double[] sums = new double[3];
        int first = (int) weights[0];
        for (int i = 1; i < weights.length; i++) {
            double[] levels = narrow[Math.clamp(first + i - 1, 0, narrow.length - 1)][x];
            for (int channel = 0; channel < 3; channel++) {
                sums[channel] += weights[i] * levels[channel];
            }
        }
        int argb = 255;
        for (double sum : sums) {
            argb = argb << 8 | Math.clamp(Math.round(sum), 0, 255);
        }
        return argb;
    }

    /** For each place of the target: the first source pixel, then the weights from there on. */
    private double[][] weights(int from, int to) {
        double scale = Math.max(1, from / (double) to);
        double[][] all = new double[to][];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * from / to;
            int first = (int) Math.ceil(centre - reach * scale - 0.5);
            int last = (int) Math.floor(centre + reach * scale - 0.5);
            double[] weights = new double[last - first + 2];
            double sum = 0;
            for (int at = first; at <= last; at++) {
                weights[at - first + 1] = kernel((at + 0.5 - centre) / scale);
                sum += weights[at - first + 1];
            }
            for (int k = 1; k < weights.length; k++) {
                weights[k] /= sum;
            }
            weights[0] = first;
            all[i] = weights;
        }
        return all;
    }

    private double kernel(double x) {
        double t = Math.abs(x);
        return switch (this) {
            case NEAREST, BOX -> t <= 0.5 ? 1 : 0;
            case BILINEAR -> Math.max(0, 1 - t);
            case BICUBIC ->
                    t < 1
                            ? 1.5 * t * t * t - 2.5 * t * t + 1
                            : t < 2 ? -0.5 * t * t * t + 2.5 * t * t - 4 * t + 2 : 0;
            case LANCZOS -> t < 3 ? sinc(t) * sinc(t / 3) : 0;
        };
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }
}
