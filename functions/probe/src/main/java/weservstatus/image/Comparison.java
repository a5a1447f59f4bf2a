package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a picture against the computed one, block by block: mean colour and alpha, noise where it
 * should be plain, contrast of the checker and sharpness of the edges.
 */
final class Comparison {
    /** So many plain blocks make a mean that single errors do not move. */
    private static final int ENOUGH = 50;

    private final Yardstick yardstick;
    private final Measured actual;
    private final Tolerance tolerance;
    private final List<Area> wrong = new ArrayList<>();
    private Area worst = new Area(0, 0, 1, 1);
    private double excess;
    private Mismatch.Kind kind = Mismatch.Kind.COLOUR;

    private Comparison(Yardstick yardstick, Raster actual) {
        this.yardstick = yardstick;
        this.actual = new Measured(actual, yardstick);
        this.tolerance = yardstick.tolerance();
    }

    /** Empty when the picture is what was computed; both must have the same size. */
    static Optional<Mismatch> of(Raster expected, Raster actual, Tolerance tolerance) {
        return of(Yardstick.of(expected, tolerance), actual);
    }

    /** The same with what was kept of the computed picture. */
    static Optional<Mismatch> of(Yardstick yardstick, Raster actual) {
        return new Comparison(yardstick, actual).result();
    }

    private Optional<Mismatch> result() {
        int blocks = yardstick.blocks().size();
        for (int i = 0; i < blocks; i++) {
            colour(i, yardstick.blocks().get(i));
        }
        if (wrong.isEmpty()) {
            cast();
        }
        if (wrong.isEmpty()) {
            kind = Mismatch.Kind.ROUGH;
            for (int i = 0; i < blocks; i++) {
                roughness(i, yardstick.blocks().get(i));
            }
        }
        if (wrong.isEmpty()) {
            for (int i = 0; i < blocks; i++) {
                contrast(i, yardstick.blocks().get(i));
            }
            yardstick.windows().forEach(this::sharpness);
        }
        return wrong.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch(kind, blocks, wrong, worst, excess));
    }

    private void colour(int index, Yardstick.Block block) {
        double off = 0;
        for (int channel = 0; channel < Sums.CHANNELS; channel++) {
            double mean = actual.mean(channel, index, block.area());
            off = Math.max(off, block.least()[channel] - mean);
            off = Math.max(off, mean - block.most()[channel]);
        }
        note(block.area(), off - tolerance.beside(block.spread(), block.deviation()));
    }

    /** A cast over all plain blocks shows before it shows in any one of them. */
    private void cast() {
        for (int channel = 0; channel < Sums.CHANNELS; channel++) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < yardstick.blocks().size(); i++) {
                Yardstick.Block block = yardstick.blocks().get(i);
                if (block.plain()) {
                    sum += actual.mean(channel, i, block.area()) - block.means()[channel];
                    count++;
                }
            }
            double beyond = Math.abs(sum / Math.max(1, count)) - tolerance.cast();
            if (count >= ENOUGH && beyond > 0) {
                yardstick.blocks().stream()
                        .filter(Yardstick.Block::plain)
                        .forEach(block -> note(block.area(), beyond));
                return;
            }
        }
    }

    private void roughness(int index, Yardstick.Block block) {
        if (block.plain()) {
            note(block.area(), actual.deviation(index, block.area()) - tolerance.roughness());
        }
    }

    private void contrast(int index, Yardstick.Block block) {
        if (block.checkered()) {
            ratio(
                    block.area(),
                    actual.deviation(index, block.area()) / block.deviation(),
                    tolerance.leastContrast(),
                    tolerance.mostContrast());
        }
    }

    private void sharpness(Yardstick.Window window) {
        ratio(
                window.area(),
                actual.steps(window.area()) / window.edges(),
                tolerance.leastSharpness(),
                tolerance.mostSharpness());
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
