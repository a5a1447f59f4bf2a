package weservstatus.image;

import java.util.Arrays;

/**
 * Sums over the blocks of an answered picture and its steps of brightness, taken in one pass.
 * Colours are multiplied by alpha: what is clear has no colour.
 */
final class Measured {
    private final int width;
    private final int columns;

    /** Five sums for each block: red, green, blue, alpha, brightness. */
    private final int[] sums;

    private final long[] squares;

    /** Summed-area table of squared steps. */
    private final long[] steps;

    private final int[] column;

    private static final int KINDS = 5;
    private static final int BRIGHTNESS = 4;

    Measured(Raster picture, Yardstick yardstick) {
        width = picture.width();
        columns = yardstick.columns();
        sums = new int[yardstick.blocks().size() * KINDS];
        squares = new long[yardstick.blocks().size()];
        steps = new long[(width + 1) * (picture.height() + 1)];
        column = new int[width];
        for (int i = 0; i < columns; i++) {
            Area block = yardstick.blocks().get(i).area();
            Arrays.fill(column, block.left(), block.right(), i);
        }
        int[] above = new int[width];
        for (int row = 0; row < yardstick.rows(); row++) {
            Area first = yardstick.blocks().get(row * columns).area();
            for (int y = first.top(); y < first.bottom(); y++) {
                row(picture.pixels(), y, row * columns, above);
            }
        }
    }

    private void row(int[] pixels, int y, int firstBlock, int[] greyAbove) {
        long step = 0;
        int greyBefore = 0;
        int above = y * (width + 1) + 1;
        int at = above + width + 1;
        int pixel = y * width;
        for (int x = 0; x < width; x++) {
            int argb = pixels[pixel + x];
            int alpha = argb >>> 24;
            int red = argb >> 16 & 255;
            int green = argb >> 8 & 255;
            int blue = argb & 255;
            if (alpha != 255) {
                red = (red * alpha + 127) / 255;
                green = (green * alpha + 127) / 255;
                blue = (blue * alpha + 127) / 255;
            }
            int grey = (red * 77 + green * 150 + blue * 29) >> 8;
            int block = firstBlock + column[x];
            int sum = block * KINDS;
            sums[sum] += red;
            sums[sum + 1] += green;
            sums[sum + 2] += blue;
            sums[sum + 3] += alpha;
            sums[sum + BRIGHTNESS] += grey;
            squares[block] += (long) grey * grey;
            int across = x == 0 ? 0 : grey - greyBefore;
            int down = y == 0 ? 0 : grey - greyAbove[x];
            step += (long) across * across + (long) down * down;
            steps[at + x] = steps[above + x] + step;
            greyBefore = grey;
            greyAbove[x] = grey;
        }
    }

    /** Mean of a channel over a block. */
    double mean(int channel, int block, Area area) {
        return sums[block * KINDS + channel] / (double) area.pixels();
    }

    /** Standard deviation of brightness inside a block. */
    double deviation(int block, Area area) {
        double count = area.pixels();
        double mean = sums[block * KINDS + BRIGHTNESS] / count;
        return Math.sqrt(Math.max(0, squares[block] / count - mean * mean));
    }

    /** How much brightness changes from pixel to pixel, squared and summed: falls with blur. */
    double steps(Area area) {
        return steps[index(area.right(), area.bottom())]
                - steps[index(area.left(), area.bottom())]
                - steps[index(area.right(), area.top())]
                + steps[index(area.left(), area.top())];
    }

    private int index(int x, int y) {
        return y * (width + 1) + x;
    }
}
