package weservstatus.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a computed picture says of each of its blocks and windows: all that a comparison needs, in a
 * few kilobytes, so that it can be kept for the next answer to the same request.
 *
 * @param columns of blocks
 * @param rows of blocks
 * @param blocks row by row
 * @param windows those with edges to speak of
 */
record Yardstick(
        int width,
        int height,
        int columns,
        int rows,
        List<Block> blocks,
        List<Window> windows,
        Tolerance tolerance) {
    /** A block counts as checkered from this standard deviation of brightness. */
    private static final double CHECKERED = 20;

    private static final double PLAIN = 0.5;

    /** Windows with less than this change of brightness per pixel have no edge to speak of. */
    private static final double EDGE = 400;

    /**
     * A block of the computed picture.
     *
     * @param least of each channel's mean when the block moves by the tolerance's shift
     * @param means of the channels
     * @param deviation of brightness
     * @param plain whether all around it is one colour
     * @param checkered whether all around it is the checker
     */
    @SuppressWarnings("ArrayRecordComponent") // Read by Comparison, never compared.
    record Block(
            Area area,
            double[] least,
            double[] most,
            double[] means,
            double deviation,
            boolean plain,
            boolean checkered) {

        /** How much the mean of any channel changes when the block moves. */
        double spread() {
            double spread = 0;
            for (int channel = 0; channel < Sums.CHANNELS; channel++) {
                // Codecs mix the channels, so an edge in one shows in the others.
                spread = Math.max(spread, most[channel] - least[channel]);
            }
            return spread;
        }
    }

    /**
     * A part of the picture with edges.
     *
     * @param edges squared steps of brightness from pixel to pixel, summed
     */
    record Window(Area area, double edges) {}

    Yardstick {
        blocks = List.copyOf(blocks);
        windows = List.copyOf(windows);
    }

    static Yardstick of(Raster expected, Tolerance tolerance) {
        Sums sums = new Sums(expected);
        int columns = Math.max(1, expected.width() / tolerance.block());
        int rows = Math.max(1, expected.height() / tolerance.block());
        List<Block> blocks = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                Area area =
                        new Area(
                                expected.width() * column / columns,
                                expected.height() * row / rows,
                                expected.width() * (column + 1) / columns,
                                expected.height() * (row + 1) / rows);
                blocks.add(block(area, sums, tolerance));
            }
        }
        return new Yardstick(
                expected.width(),
                expected.height(),
                columns,
                rows,
                blocks,
                windows(sums, (int) Math.max(6, Math.round(tolerance.cell() * 1.5))),
                tolerance);
    }

    private static Block block(Area area, Sums sums, Tolerance tolerance) {
        double[] means = new double[Sums.CHANNELS];
        Arrays.setAll(means, channel -> sums.mean(channel, area));
        double[] least = new double[Sums.CHANNELS];
        double[] most = new double[Sums.CHANNELS];
        Arrays.fill(least, 255);
        int shift = tolerance.shift();
        // Between two ends the mean over an edge changes evenly, so the ends are enough.
        for (int dy = -shift; dy <= shift; dy += shift) {
            for (int dx = -shift; dx <= shift; dx += shift) {
                Area moved = area.moved(dx, dy, sums);
                for (int channel = 0; channel < Sums.CHANNELS; channel++) {
                    double mean = sums.mean(channel, moved);
                    least[channel] = Math.min(least[channel], mean);
                    most[channel] = Math.max(most[channel], mean);
                }
            }
        }
        return new Block(
                area,
                least,
                most,
                means,
                sums.deviation(area),
                sums.deviation(grown(area, shift, sums)) < PLAIN,
                tolerance.showsChecker() && checkered(area, sums, tolerance.block()));
    }

    private static Area grown(Area block, int margin, Sums within) {
        return new Area(
                Math.max(0, block.left() - margin),
                Math.max(0, block.top() - margin),
                Math.min(within.width(), block.right() + margin),
                Math.min(within.height(), block.bottom() + margin));
    }

    private static boolean checkered(Area area, Sums sums, int side) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (sums.deviation(area.moved(dx * side, dy * side, sums)) < CHECKERED) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whole windows of the given side, half overlapping, the last ones moved in. */
    private static List<Window> windows(Sums sums, int side) {
        int width = Math.min(side, sums.width());
        int height = Math.min(side, sums.height());
        List<Window> windows = new ArrayList<>();
        for (int y = 0; y < sums.height() - height / 2; y += Math.max(1, height / 2)) {
            for (int x = 0; x < sums.width() - width / 2; x += Math.max(1, width / 2)) {
                int left = Math.min(x, sums.width() - width);
                int top = Math.min(y, sums.height() - height);
                Area area = new Area(left, top, left + width, top + height);
                double edges = sums.steps(area);
                if (edges >= EDGE * width) {
                    windows.add(new Window(area, edges));
                }
            }
        }
        return windows;
    }
}
