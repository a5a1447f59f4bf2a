package weservstatus.image;

/**
 * A row of whole weights by which a picture is blurred, along rows and then along columns. Beyond
 * its edge a picture goes on with its last pixel, as in libvips.
 */
@SuppressWarnings("ArrayRecordComponent") // Made once, never compared.
record Kernel(int[] weights) {
    /** libvips leaves out what is below this share of the middle weight. */
    private static final double LEAST = 0.2;

    /** libvips rounds its weights to twentieths of the middle one. */
    private static final int PRECISION = 20;

    /** The mean over three by three pixels. */
    static Kernel mean() {
        return new Kernel(new int[] {1, 1, 1});
    }

    /**
     * A bell curve, cut off and rounded as libvips does it ({@code vips_gaussmat}).
     *
     * @param sigma in pixels, above 0
     */
    static Kernel gaussian(double sigma) {
        double twice = 2 * sigma * sigma;
        int reach = 0;
        while (reach + 1 < 8 * sigma && Math.exp(-(reach + 1) * (reach + 1) / twice) >= LEAST) {
            reach++;
        }
        int[] weights = new int[2 * reach + 1];
        for (int i = -reach; i <= reach; i++) {
            weights[i + reach] = (int) Math.rint(PRECISION * Math.exp(-i * i / twice));
        }
        return new Kernel(weights);
    }

    private int reach() {
        return weights.length / 2;
    }

    private int sum() {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        return sum;
    }

    Raster applied(Raster picture) {
        return along(along(picture, true), false);
    }

    private Raster along(Raster picture, boolean rows) {
        int length = rows ? picture.width() : picture.height();
        int lines = rows ? picture.height() : picture.width();
        int step = rows ? 1 : picture.width();
        int next = rows ? picture.width() : 1;
        int[] out = new int[picture.pixels().length];
        for (int line = 0; line < lines; line++) {
            line(picture.pixels(), out, new Walk(line * next, step, length));
        }
        return new Raster(picture.width(), picture.height(), out);
    }

    /**
     * A line of pixels in an array.
     *
     * @param step from one pixel to the next
     */
    private record Walk(int start, int step, int length) {
        int at(int index) {
            return start + Math.clamp(index, 0, length - 1) * step;
        }
    }

    private void line(int[] in, int[] out, Walk walk) {
        int reach = reach();
        int sum = sum();
        for (int i = 0; i < walk.length(); i++) {
            int alpha = sum / 2;
            int red = alpha;
            int green = alpha;
            int blue = alpha;
            for (int k = -reach; k <= reach; k++) {
                int argb = in[walk.at(i + k)];
                int weight = weights[k + reach];
                alpha += weight * (argb >>> 24);
                red += weight * (argb >> 16 & 255);
                green += weight * (argb >> 8 & 255);
                blue += weight * (argb & 255);
            }
            out[walk.at(i)] =
                    (alpha / sum) << 24 | (red / sum) << 16 | (green / sum) << 8 | (blue / sum);
        }
    }

    /** The same for single levels, without rounding. */
    double[] applied(double[] levels, int width) {
        int height = levels.length / width;
        double[] across = new double[levels.length];
        for (int y = 0; y < height; y++) {
            line(levels, across, new Walk(y * width, 1, width));
        }
        double[] down = new double[levels.length];
        for (int x = 0; x < width; x++) {
            line(across, down, new Walk(x, width, height));
        }
        return down;
    }

    private void line(double[] in, double[] out, Walk walk) {
        int reach = reach();
        double sum = sum();
        for (int i = 0; i < walk.length(); i++) {
            double level = 0;
            for (int k = -reach; k <= reach; k++) {
                level += weights[k + reach] * in[walk.at(i + k)];
            }
            out[walk.at(i)] = level / sum;
        }
    }
}
