package weservstatus.image;

/**
 * Summed-area tables of a picture's channels, so that the mean of any rectangle costs four reads.
 * Colours are multiplied by alpha: what is clear has no colour.
 */
final class Sums {
    /** Red, green, blue, alpha. */
    static final int CHANNELS = 4;

    private final int width;
    private final int height;
    private final int[][] sums = new int[CHANNELS][];
    private final long[] squares;
    private final int[] luma;
    private final long[] steps;

    Sums(Raster picture) {
        width = picture.width();
        height = picture.height();
        int size = (width + 1) * (height + 1);
        for (int channel = 0; channel < CHANNELS; channel++) {
            sums[channel] = new int[size];
        }
        squares = new long[size];
        luma = new int[size];
        steps = new long[size];
        int[] above = new int[width];
        for (int y = 0; y < height; y++) {
            row(picture, y, above);
        }
    }

    private void row(Raster picture, int y, int[] greyAbove) {
        int red = 0;
        int green = 0;
        int blue = 0;
        int alphas = 0;
        int lumas = 0;
        long square = 0;
        long step = 0;
        int greyBefore = 0;
        int above = y * (width + 1) + 1;
        int at = above + width + 1;
        for (int x = 0; x < width; x++, above++, at++) {
            int argb = picture.at(x, y);
            int alpha = argb >>> 24;
            int r = scaled(argb >> 16 & 255, alpha);
            int g = scaled(argb >> 8 & 255, alpha);
            int b = scaled(argb & 255, alpha);
            int grey = (r * 77 + g * 150 + b * 29) >> 8;
            sums[0][at] = sums[0][above] + (red += r);
            sums[1][at] = sums[1][above] + (green += g);
            sums[2][at] = sums[2][above] + (blue += b);
            sums[3][at] = sums[3][above] + (alphas += alpha);
            luma[at] = luma[above] + (lumas += grey);
            squares[at] = squares[above] + (square += (long) grey * grey);
            int across = x == 0 ? 0 : grey - greyBefore;
            int down = y == 0 ? 0 : grey - greyAbove[x];
            steps[at] = steps[above] + (step += (long) across * across + (long) down * down);
            greyBefore = grey;
            greyAbove[x] = grey;
        }
    }

    private static int scaled(int level, int alpha) {
        return alpha == 255 ? level : (level * alpha + 127) / 255;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Mean of a channel over a rectangle, whose right and lower bounds are exclusive. */
    double mean(int channel, Area area) {
        return sum(sums[channel], area) / (double) area.pixels();
    }

    /** Standard deviation of brightness inside the rectangle. */
    double deviation(Area area) {
        double count = area.pixels();
        double mean = sum(luma, area) / count;
        long square = sum(squares, area);
        return Math.sqrt(Math.max(0, square / count - mean * mean));
    }

    private int sum(int[] table, Area area) {
        return table[index(area.right(), area.bottom())]
                - table[index(area.left(), area.bottom())]
                - table[index(area.right(), area.top())]
                + table[index(area.left(), area.top())];
    }

    /** How much brightness changes from pixel to pixel, squared and summed: falls with blur. */
    double steps(Area area) {
        return sum(steps, area);
    }

    private long sum(long[] table, Area area) {
        return table[index(area.right(), area.bottom())]
                - table[index(area.left(), area.bottom())]
                - table[index(area.right(), area.top())]
                + table[index(area.left(), area.top())];
    }

    private int index(int x, int y) {
        return y * (width + 1) + x;
    }
}
