package weservstatus.image;

import java.util.Locale;
import java.util.Optional;

/** Finds out whether a picture is the computed one, moved. */
final class Displacement {
    /** Pixels on the longer side of the pictures on which the search begins. */
    private static final int COARSE = 32;

    private Displacement() {}

    static Optional<String> words(Raster expected, Raster actual) {
        int step = Math.max(1, Math.max(expected.width(), expected.height()) / COARSE);
        Raster coarse = shrunk(expected, step);
        Raster coarseActual = shrunk(actual, step);
        int reach = Math.max(coarse.width(), coarse.height()) / 3;
        Move rough = best(coarse, coarseActual, new Search(0, 0, reach, 1));
        Move fine = best(expected, actual, new Search(rough.x() * step, rough.y() * step, step, 3));
        double unmoved = distance(expected, actual, new Move(0, 0, 0), 3);
        boolean moved = fine.x() != 0 || fine.y() != 0;
        return moved && fine.distance() < 0.5 * unmoved
                ? Optional.of(
                        String.format(
                                Locale.ROOT,
                                "cropped or shifted (by %d,%d pixels)",
                                fine.x(),
                                fine.y()))
                : Optional.empty();
    }

    private record Move(int x, int y, double distance) {}

    private record Search(int x, int y, int reach, int stride) {}

    private static Raster shrunk(Raster picture, int step) {
        return Resampling.resize(
                picture, Math.max(1, picture.width() / step), Math.max(1, picture.height() / step));
    }

    private static Move best(Raster expected, Raster actual, Search search) {
        Move best = new Move(0, 0, Double.MAX_VALUE);
        for (int dy = -search.reach(); dy <= search.reach(); dy++) {
            for (int dx = -search.reach(); dx <= search.reach(); dx++) {
                Move move = new Move(search.x() + dx, search.y() + dy, 0);
                double distance = distance(expected, actual, move, search.stride());
                if (distance < best.distance()) {
                    best = new Move(move.x(), move.y(), distance);
                }
            }
        }
        return best;
    }

    /** Mean difference where both have pixels; at least a quarter of the picture must overlap. */
    private static double distance(Raster expected, Raster actual, Move move, int stride) {
        int left = Math.max(0, move.x());
        int top = Math.max(0, move.y());
        int right = Math.min(actual.width(), expected.width() + move.x());
        int bottom = Math.min(actual.height(), expected.height() + move.y());
        long overlap = (long) (right - left) * (bottom - top);
        if (right <= left || bottom <= top || overlap * 4 < actual.pixels().length) {
            return Double.MAX_VALUE;
        }
        double sum = 0;
        int count = 0;
        for (int y = top; y < bottom; y += stride) {
            for (int x = left; x < right; x += stride) {
                sum +=
                        Diagnosis.difference(
                                expected.at(x - move.x(), y - move.y()), actual.at(x, y));
                count++;
            }
        }
        return sum / count;
    }
}
