package weservstatus.image;

import java.util.Arrays;

/** A closed line of straight pieces, in pixels from the upper left corner of the picture. */
@SuppressWarnings("ArrayRecordComponent") // Drawn at once, never compared.
record Outline(double[] xs, double[] ys) {
    /** Lines for each row of pixels on which the coverage is measured. */
    private static final int LINES = 4;

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElse(0);
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElse(0);
    }

    /** Width in whole pixels, as the service measures it before it scales or trims. */
    int width() {
        return (int) Math.round(most(xs) - least(xs));
    }

    int height() {
        return (int) Math.round(most(ys) - least(ys));
    }

    /** As large as the picture allows, in its middle. */
    Outline filling(int width, int height) {
        double scale = Math.min((double) width / width(), (double) height / height());
        double x = width / 2.0 - (Math.round(least(xs)) + width() / 2.0) * scale;
        double y = height / 2.0 - (Math.round(least(ys)) + height() / 2.0) * scale;
        return new Outline(moved(xs, scale, x), moved(ys, scale, y));
    }

    private static double[] moved(double[] values, double scale, double by) {
        return Arrays.stream(values).map(value -> value * scale + by).toArray();
    }

    /** How much of each pixel lies inside, 0 to 1. */
    float[] coverage(int width, int height) {
        float[] coverage = new float[width * height];
        for (int line = 0; line < height * LINES; line++) {
            double[] crossings = crossings((line + 0.5) / LINES);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                double from = Math.clamp(crossings[i], 0, width);
                double to = Math.clamp(crossings[i + 1], 0, width);
                cover(coverage, line / LINES * width, from, to);
            }
        }
        return coverage;
    }

    private static void cover(float[] coverage, int row, double from, double to) {
        for (int x = (int) from; x < to; x++) {
            coverage[row + x] += (float) (Math.min(to, x + 1) - Math.max(from, x)) / LINES;
        }
    }

    private double[] crossings(double y) {
        double[] found = new double[xs.length];
        int count = 0;
        for (int i = 0; i < xs.length; i++) {
            int next = (i + 1) % xs.length;
            if (ys[i] <= y != ys[next] <= y) {
                found[count++] = xs[i] + (y - ys[i]) / (ys[next] - ys[i]) * (xs[next] - xs[i]);
            }
        }
        double[] crossings = Arrays.copyOf(found, count);
        Arrays.sort(crossings);
        return crossings;
    }
}
