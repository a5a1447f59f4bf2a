package weservstatus.image;

import java.util.Arrays;

/**
 * Resizing by area: each pixel of the result is the mean of the part of the source that it covers.
 * Every honest resampler gives the same mean over a few pixels; they differ only beside edges.
 *
 * <p>Most rows of a card equal the row above, so equal rows are computed once.
 */
final class Resampling {
    private static final int CHANNELS = 4;

    private final Raster source;
    private final int width;
    private final int height;

    /** For each row of the source the first of the equal rows that it belongs to. */
    private final int[] runs;

    private Resampling(Raster source, int width, int height) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.runs = new int[source.height()];
    }

    static Raster resize(Raster source, int width, int height) {
        if (width == source.width() && height == source.height()) {
            return source;
        }
        Resampling resampling = new Resampling(source, width, height);
        return resampling.vertically(resampling.horizontally());
    }

    /** Where a pixel of the result lies in the source, along one side. */
    private record Span(double from, double to, int first, int last) {

        static Span of(int index, int length, int resized) {
            double from = (double) index * length / resized;
            double to = (index + 1.0) * length / resized;
            int last = Math.min(length - 1, (int) Math.ceil(to - 1e-9) - 1);
            return new Span(from, to, (int) from, last);
        }

        float share(int at) {
            return (float) ((Math.min(to, at + 1.0) - Math.max(from, at)) / (to - from));
        }
    }

    /** The rows of the source at the new width; equal neighbours are the same array. */
    private float[][] horizontally() {
        Span[] spans = spans(source.width(), width);
        float[][] rows = new float[source.height()][];
        float[] line = new float[source.width() * CHANNELS];
        int[] pixels = source.pixels();
        int stride = source.width();
        for (int y = 0; y < rows.length; y++) {
            int at = y * stride;
            if (y > 0 && Arrays.equals(pixels, at, at + stride, pixels, at - stride, at)) {
                rows[y] = rows[y - 1];
                runs[y] = runs[y - 1];
            } else {
                premultiply(y, line);
                rows[y] = row(line, spans);
                runs[y] = y;
            }
        }
        return rows;
    }

    private static Span[] spans(int length, int resized) {
        Span[] spans = new Span[resized];
        Arrays.setAll(spans, index -> Span.of(index, length, resized));
        return spans;
    }

    private void premultiply(int y, float[] line) {
        for (int x = 0; x < source.width(); x++) {
            int argb = source.at(x, y);
            float alpha = argb >>> 24;
            float share = alpha / 255f;
            line[x * CHANNELS] = alpha;
            line[x * CHANNELS + 1] = (argb >> 16 & 255) * share;
            line[x * CHANNELS + 2] = (argb >> 8 & 255) * share;
            line[x * CHANNELS + 3] = (argb & 255) * share;
        }
    }

    private static float[] row(float[] line, Span[] spans) {
        float[] row = new float[spans.length * CHANNELS];
        for (int x = 0; x < spans.length; x++) {
            Span span = spans[x];
            for (int i = span.first(); i <= span.last(); i++) {
                float share = span.share(i);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    row[x * CHANNELS + channel] += share * line[i * CHANNELS + channel];
                }
            }
        }
        return row;
    }

    private Raster vertically(float[][] rows) {
        int[] pixels = new int[width * height];
        int before = -1;
        for (int y = 0; y < height; y++) {
            Span span = Span.of(y, rows.length, height);
            boolean plain = runs[span.first()] == runs[span.last()];
            if (plain && runs[span.first()] == before) {
                System.arraycopy(pixels, (y - 1) * width, pixels, y * width, width);
            } else {
                float[] mean = plain ? rows[span.first()] : mean(rows, span);
                for (int x = 0; x < width; x++) {
                    pixels[y * width + x] = packed(mean, x * CHANNELS);
                }
            }
            before = plain ? runs[span.first()] : -1;
        }
        return new Raster(width, height, pixels);
    }

    private static float[] mean(float[][] rows, Span span) {
        float[] mean = new float[rows[0].length];
        for (int y = span.first(); y <= span.last(); y++) {
            float share = span.share(y);
            float[] row = rows[y];
            for (int i = 0; i < mean.length; i++) {
                mean[i] += share * row[i];
            }
        }
        return mean;
    }

    private static int packed(float[] row, int at) {
        float alpha = row[at];
        if (alpha < 0.5f) {
            return 0;
        }
        float share = 255f / alpha;
        return (int) (alpha + 0.5f) << 24
                | level(row[at + 1] * share) << 16
                | level(row[at + 2] * share) << 8
                | level(row[at + 3] * share);
    }

    private static int level(float value) {
        return Math.clamp((int) (value + 0.5f), 0, 255);
    }
}
