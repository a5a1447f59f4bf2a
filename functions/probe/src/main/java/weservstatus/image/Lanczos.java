package weservstatus.image;

/**
 * Resizing as the service's own library does it, with the kernel Lanczos 3: edges overshoot a
 * little. Only what sharpening makes of a picture depends on that; everything else is compared by
 * means, which every honest resampler keeps.
 */
final class Lanczos {
    private static final int LOBES = 3;
    private static final int CHANNELS = 4;

    private Lanczos() {}

    /** Smaller by Lanczos, larger by area: enlarged edges have no overshoot worth computing. */
    static Raster resize(Raster source, int width, int height) {
        return width >= source.width() || height >= source.height()
                ? Resampling.resize(source, width, height)
                : new Raster(width, height, pixels(source, width, height));
    }

    private static int[] pixels(Raster source, int width, int height) {
        float[] levels = new float[source.pixels().length * CHANNELS];
        for (int i = 0; i < source.pixels().length; i++) {
            int argb = source.pixels()[i];
            float alpha = (argb >>> 24) / 255f;
            levels[i * CHANNELS] = argb >>> 24;
            levels[i * CHANNELS + 1] = alpha * (argb >> 16 & 255);
            levels[i * CHANNELS + 2] = alpha * (argb >> 8 & 255);
            levels[i * CHANNELS + 3] = alpha * (argb & 255);
        }
        Plane whole = new Plane(source.width(), source.height(), levels);
        return whole.narrowed(width).turned().narrowed(height).turned().packed();
    }

    private static double weight(double x) {
        if (Math.abs(x) >= LOBES) {
            return 0;
        }
        return x == 0 ? 1 : sinc(x) * sinc(x / LOBES);
    }

    private static double sinc(double x) {
        return Math.sin(Math.PI * x) / (Math.PI * x);
    }

    /** Levels of all channels, side by side. */
    @SuppressWarnings("ArrayRecordComponent") // Lives for one resizing.
    private record Plane(int width, int height, float[] levels) {

        Plane narrowed(int target) {
            double shrink = (double) width / target;
            float[] out = new float[target * height * CHANNELS];
            for (int x = 0; x < target; x++) {
                double centre = (x + 0.5) * shrink - 0.5;
                int first = (int) Math.ceil(centre - LOBES * shrink);
                float[] weights = weights(centre, first, shrink);
                for (int y = 0; y < height; y++) {
                    point(out, (y * target + x) * CHANNELS, weights, new int[] {first, y});
                }
            }
            return new Plane(target, height, out);
        }

        private static float[] weights(double centre, int first, double shrink) {
            float[] weights = new float[(int) Math.ceil(2 * LOBES * shrink) + 1];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) weight((first + i - centre) / shrink);
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (float) (weights[i] / sum);
            }
            return weights;
        }

        private void point(float[] out, int at, float[] weights, int[] from) {
            for (int i = 0; i < weights.length; i++) {
                int x = Math.clamp(from[0] + i, 0, width - 1);
                int in = (from[1] * width + x) * CHANNELS;
                for (int channel = 0; channel < CHANNELS; channel++) {
                    out[at + channel] += weights[i] * levels[in + channel];
                }
            }
        }

        Plane turned() {
            float[] out = new float[levels.length];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    System.arraycopy(
                            levels,
                            (y * width + x) * CHANNELS,
                            out,
                            (x * height + y) * CHANNELS,
                            CHANNELS);
                }
            }
            return new Plane(/* width= */ height, /* height= */ width, out);
        }

        int[] packed() {
            int[] pixels = new int[width * height];
            for (int i = 0; i < pixels.length; i++) {
                float alpha = Math.clamp(levels[i * CHANNELS], 0, 255);
                int argb = Math.round(alpha);
                for (int channel = 1; channel < CHANNELS; channel++) {
                    float level = alpha < 0.5f ? 0 : levels[i * CHANNELS + channel] * 255 / alpha;
                    argb = argb << 8 | Math.clamp(Math.round(level), 0, 255);
                }
                pixels[i] = argb;
            }
            return pixels;
        }
    }
}
