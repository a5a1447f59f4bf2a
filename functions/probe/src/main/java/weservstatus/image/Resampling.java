package weservstatus.image;

import java.util.Arrays;

/**
 * Resizing by area: each pixel of the result is the mean of the part of the source that it covers.
 * Every honest resampler gives the same mean over a few pixels; they differ only beside edges.
 */
final class Resampling {
    private static final int CHANNELS = 4;

    private Resampling() {}

    static Raster resize(Raster source, int width, int height) {
        if (width == source.width() && height == source.height()) {
            return source;
        }
        float[] columns = horizontally(source, width);
        return vertically(columns, width, source.height(), height);
    }

    private static float[] horizontally(Raster source, int width) {
        float[] out = new float[width * source.height() * CHANNELS];
        double step = (double) source.width() / width;
        float[] line = new float[source.width() * CHANNELS];
        for (int y = 0; y < source.height(); y++) {
            premultiply(source, y, line);
            for (int x = 0; x < width; x++) {
                int target = (y * width + x) * CHANNELS;
                area(
                        line,
                        CHANNELS,
                        new Span(x * step, (x + 1) * step, source.width()),
                        out,
                        target);
            }
        }
        return out;
    }

    private record Span(double from, double to, int limit) {}

    private static void premultiply(Raster source, int y, float[] line) {
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

    private static void area(float[] line, int stride, Span span, float[] out, int target) {
        int first = (int) span.from();
        int last = Math.min(span.limit() - 1, (int) Math.ceil(span.to()) - 1);
        float total = (float) (span.to() - span.from());
        for (int i = first; i <= last; i++) {
            double weight = Math.min(span.to(), i + 1.0) - Math.max(span.from(), i);
            float share = (float) weight / total;
            for (int channel = 0; channel < CHANNELS; channel++) {
                out[target + channel] += share * line[i * stride + channel];
            }
        }
    }

    private static Raster vertically(float[] columns, int width, int sourceHeight, int height) {
        int[] pixels = new int[width * height];
        double step = (double) sourceHeight / height;
        float[] row = new float[width * CHANNELS];
        for (int y = 0; y < height; y++) {
            Arrays.fill(row, 0);
            addRows(columns, row, new Span(y * step, (y + 1) * step, sourceHeight));
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = packed(row, x * CHANNELS);
            }
        }
        return new Raster(width, height, pixels);
    }

    private static void addRows(float[] columns, float[] row, Span span) {
        int first = (int) span.from();
        int last = Math.min(span.limit() - 1, (int) Math.ceil(span.to()) - 1);
        for (int y = first; y <= last; y++) {
            double weight = Math.min(span.to(), y + 1.0) - Math.max(span.from(), y);
            float share = (float) (weight / (span.to() - span.from()));
            int offset = y * row.length;
            for (int i = 0; i < row.length; i++) {
                row[i] += share * columns[offset + i];
            }
        }
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
