package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says in words how a picture differs from the computed one, by doing to the computed one what may
 * have gone wrong and looking which of these comes closest.
 */
final class Diagnosis {
    private static final int COLUMNS = 32;
    private static final int ROWS = 24;

    /** Mean difference at which two small pictures count as the same. */
    private static final double SAME = 14;

    private static final double SLIGHT = 25;

    private final Raster expected;
    private final Raster actual;
    private final Raster whole;
    private final Mismatch mismatch;
    private final int columns;
    private final int rows;

    private Diagnosis(Raster expected, Raster actual, Raster whole, Mismatch mismatch) {
        this.columns = Math.min(COLUMNS, expected.width());
        this.rows = Math.min(ROWS, expected.height());
        this.expected = small(expected);
        this.actual = small(actual);
        this.whole = whole;
        this.mismatch = mismatch;
    }

    /**
     * One sentence part without a full stop, such as {@code red and blue are swapped}.
     *
     * @param whole the source before any cutting
     */
    static String of(Raster expected, Raster actual, Raster whole, Mismatch mismatch) {
        return new Diagnosis(expected, actual, whole, mismatch).words(expected, actual);
    }

    private Raster small(Raster picture) {
        return Resampling.resize(picture, columns, rows);
    }

    private String words(Raster fullExpected, Raster fullActual) {
        return switch (mismatch.kind()) {
            case ROUGH -> "noisy: areas that should be plain are not" + place();
            case SOFT -> "blurred (fine detail is lost)" + place();
            case HARSH -> "noisy or oversharpened: edges are too strong" + place();
            case COLOUR -> colours(fullExpected, fullActual);
        };
    }

    private String colours(Raster fullExpected, Raster fullActual) {
        List<Hypothesis> hypotheses =
                new ArrayList<>(Hypothesis.wholePicture(this::small, fullExpected));
        hypotheses.addAll(Hypothesis.cuts(this::small, whole, fullExpected));
        double asExpected = distance(expected, actual);
        Optional<Hypothesis> best = Optional.empty();
        // Of a slight difference much is the codec's, which no hypothesis takes away.
        double least = Math.min(SAME, (asExpected < SLIGHT ? 0.75 : 0.45) * asExpected);
        for (Hypothesis hypothesis : hypotheses) {
            double distance = distance(hypothesis.picture(), actual);
            if (distance < least) {
                least = distance;
                best = Optional.of(hypothesis);
            }
        }
        return best.map(Hypothesis::words)
                        .or(this::plain)
                        .or(() -> soft(fullExpected, fullActual))
                        .or(() -> Displacement.words(fullExpected, fullActual))
                        .or(() -> partial(fullActual))
                        .orElse(asExpected < SLIGHT ? "off by some levels" : "another picture")
                + sample(fullExpected, fullActual);
    }

    /** Right in one part, wrong in another. */
    private Optional<String> partial(Raster picture) {
        Area bounds = mismatch.bounds();
        double share = (double) bounds.pixels() / picture.pixels().length;
        double wrong = (double) mismatch.wrong().size() / mismatch.blocks();
        if (share > 0.85 || wrong < 0.5 * share) {
            return Optional.empty();
        }
        boolean toTheEnd = bounds.bottom() >= picture.height() && bounds.top() > 0;
        boolean wide = bounds.right() - bounds.left() > picture.width() * 3 / 4;
        return Optional.of(
                toTheEnd && wide
                        ? "cut short or damaged: wrong from row %d down".formatted(bounds.top())
                        : "partly wrong: between %d,%d and %d,%d"
                                .formatted(
                                        bounds.left(),
                                        bounds.top(),
                                        bounds.right(),
                                        bounds.bottom()));
    }

    private Optional<String> plain() {
        int first = actual.at(columns / 2, rows / 2);
        for (int pixel : actual.pixels()) {
            if (difference(first, pixel) > 8) {
                return Optional.empty();
            }
        }
        return Optional.of("another picture: all of it is " + Hypothesis.name(first));
    }

    private Optional<String> soft(Raster fullExpected, Raster fullActual) {
        Sums wanted = new Sums(fullExpected);
        Sums got = new Sums(fullActual);
        Area all = new Area(0, 0, fullActual.width(), fullActual.height());
        boolean soft = got.steps(all) < 0.3 * wanted.steps(all);
        return soft && distance(expected, actual) < 40
                ? Optional.of("blurred (fine detail is lost)")
                : Optional.empty();
    }

    private String place() {
        Area area = mismatch.worst();
        return mismatch.wrong().size() * 4 < mismatch.blocks()
                ? ", worst at %d,%d".formatted(area.left(), area.top())
                : "";
    }

    /** The worst place with both colours, for whoever looks into it. */
    private String sample(Raster fullExpected, Raster fullActual) {
        Area at = mismatch.worst();
        return String.format(
                Locale.ROOT,
                "; at %d,%d expected %s, got %s",
                at.left(),
                at.top(),
                Hypothesis.name(mean(fullExpected, at)),
                Hypothesis.name(mean(fullActual, at)));
    }

    private static int mean(Raster picture, Area area) {
        int width = area.right() - area.left();
        int height = area.bottom() - area.top();
        Raster block = picture.crop(area.left(), area.top(), width, height);
        return Resampling.resize(block, 1, 1).at(0, 0);
    }

    private static double distance(Raster a, Raster b) {
        double sum = 0;
        for (int i = 0; i < a.pixels().length; i++) {
            sum += difference(a.pixels()[i], b.pixels()[i]);
        }
        return sum / a.pixels().length;
    }

    /** Mean difference of the channels, colours weighed by alpha. */
    static double difference(int a, int b) {
        int alphaA = a >>> 24;
        int alphaB = b >>> 24;
        double sum = Math.abs(alphaA - alphaB);
        for (int shift = 0; shift <= 16; shift += 8) {
            sum += Math.abs((a >> shift & 255) * alphaA - (b >> shift & 255) * alphaB) / 255.0;
        }
        return sum / 3;
    }
}
