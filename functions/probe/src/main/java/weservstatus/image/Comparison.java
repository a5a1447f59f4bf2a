package weservstatus.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Holds a picture against the computed one, block by block: mean colour and alpha, noise where it
 * should be plain, contrast of the checker and sharpness of the edges.
 */
final class Comparison {
    /** A block counts as checkered from this standard deviation of brightness. */
    private static final double CHECKERED = 20;

    private static final double PLAIN = 0.5;

    /** So many plain blocks make a mean that single errors do not move. */
    private static final int ENOUGH = 50;

    /** Windows with less than this change of brightness per pixel have no edge to speak of. */
    private static final double EDGE = 400;

    private final Sums expected;
    private final Sums actual;
    private final Tolerance tolerance;
    private final List<Area> wrong = new ArrayList<>();
    private Area worst = new Area(0, 0, 1, 1);
    private double excess;
    private Mismatch.Kind kind = Mismatch.Kind.COLOUR;

    private Comparison(Raster expected, Raster actual, Tolerance tolerance) {
        this.expected = new Sums(expected);
        this.actual = new Sums(actual);
        this.tolerance = tolerance;
    }

    /** Empty when the picture is what was computed; both must have the same size. */
    static Optional<Mismatch> of(Raster expected, Raster actual, Tolerance tolerance) {
        return new Comparison(expected, actual, tolerance).result();
    }

    private Optional<Mismatch> result() {
        List<Area> blocks = blocks(tolerance.block());
        blocks.forEach(this::colour);
        if (wrong.isEmpty()) {
            cast(blocks.stream().filter(this::plainAround).toList());
        }
        if (wrong.isEmpty()) {
            kind = Mismatch.Kind.ROUGH;
            blocks.forEach(this::roughness);
        }
        if (wrong.isEmpty()) {
            blocks.forEach(this::contrast);
            windows((int) Math.max(6, Math.round(tolerance.cell() * 1.5))).forEach(this::sharpness);
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch(kind, blocks.size(), wrong, worst, excess));
    }

    /** Blocks of about the given side that cover the picture without a narrow rest. */
    private List<Area> blocks(int side) {
        int columns = Math.max(1, expected.width() / side);
        int rows = Math.max(1, expected.height() / side);
        List<Area> blocks = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                blocks.add(
                        new Area(
                                expected.width() * column / columns,
                                expected.height() * row / rows,
                                expected.width() * (column + 1) / columns,
                                expected.height() * (row + 1) / rows));
            }
        }
        return blocks;
    }

    /** Whole windows of the given side, half overlapping, the last ones moved in. */
    private List<Area> windows(int side) {
        int width = Math.min(side, expected.width());
        int height = Math.min(side, expected.height());
        List<Area> windows = new ArrayList<>();
        for (int y = 0; y < expected.height() - height / 2; y += Math.max(1, height / 2)) {
            for (int x = 0; x < expected.width() - width / 2; x += Math.max(1, width / 2)) {
                int left = Math.min(x, expected.width() - width);
                int top = Math.min(y, expected.height() - height);
                windows.add(new Area(left, top, left + width, top + height));
            }
        }
        return windows;
    }

    private void colour(Area block) {
        double[] least = new double[Sums.CHANNELS];
        double[] most = new double[Sums.CHANNELS];
        Arrays.fill(least, 255);
        int shift = tolerance.shift();
        // Between two ends the mean over an edge changes evenly, so the ends are enough.
        for (int dy = -shift; dy <= shift; dy += shift) {
            for (int dx = -shift; dx <= shift; dx += shift) {
                Area moved = block.moved(dx, dy, expected);
                for (int channel = 0; channel < Sums.CHANNELS; channel++) {
                    double mean = expected.mean(channel, moved);
                    least[channel] = Math.min(least[channel], mean);
                    most[channel] = Math.max(most[channel], mean);
                }
            }
        }
        double off = 0;
        double spread = 0;
        for (int channel = 0; channel < Sums.CHANNELS; channel++) {
            double mean = actual.mean(channel, block);
            off = Math.max(off, Math.max(least[channel] - mean, mean - most[channel]));
            // Codecs mix the channels, so an edge in one shows in the others.
            spread = Math.max(spread, most[channel] - least[channel]);
        }
        note(block, off - tolerance.beside(spread, expected.deviation(block)));
    }

    /** A cast over all plain blocks shows before it shows in any one of them. */
    private void cast(List<Area> plain) {
        for (int channel = 0; channel < Sums.CHANNELS && plain.size() >= ENOUGH; channel++) {
            double sum = 0;
            for (Area block : plain) {
                sum += actual.mean(channel, block) - expected.mean(channel, block);
            }
            double cast = Math.abs(sum / plain.size());
            if (cast > tolerance.cast()) {
                plain.forEach(block -> note(block, cast - tolerance.cast()));
                return;
            }
        }
    }

    private void roughness(Area block) {
        if (plainAround(block)) {
            note(block, actual.deviation(block) - tolerance.roughness());
        }
    }

    private boolean plainAround(Area block) {
        int margin = tolerance.shift();
        return expected.deviation(grown(block, margin)) < PLAIN;
    }

    private Area grown(Area block, int margin) {
        return new Area(
                Math.max(0, block.left() - margin),
                Math.max(0, block.top() - margin),
                Math.min(expected.width(), block.right() + margin),
                Math.min(expected.height(), block.bottom() + margin));
    }

    private void contrast(Area block) {
        if (tolerance.showsChecker() && checkeredAround(block)) {
            ratio(
                    block,
                    actual.deviation(block) / expected.deviation(block),
                    tolerance.leastContrast(),
                    tolerance.mostContrast());
        }
    }

    private boolean checkeredAround(Area block) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                Area near = block.moved(dx * tolerance.block(), dy * tolerance.block(), expected);
                if (expected.deviation(near) < CHECKERED) {
                    return false;
                }
            }
        }
        return true;
    }

    private void sharpness(Area window) {
        double edges = expected.steps(window);
        if (edges >= EDGE * (window.right() - window.left())) {
            ratio(
                    window,
                    actual.steps(window) / edges,
                    tolerance.leastSharpness(),
                    tolerance.mostSharpness());
        }
    }

    private void ratio(Area area, double ratio, double least, double most) {
        if (ratio < least) {
            kind = Mismatch.Kind.SOFT;
            note(area, 100 * (least - ratio));
        } else if (ratio > most) {
            kind = Mismatch.Kind.HARSH;
            note(area, 100 * (ratio - most));
        }
    }

    private void note(Area area, double beyond) {
        if (beyond > 0) {
            wrong.add(area);
            if (beyond > excess) {
                excess = beyond;
                worst = area;
            }
        }
    }
}
