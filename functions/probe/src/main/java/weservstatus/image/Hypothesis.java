package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * One thing that may have gone wrong.
 *
 * @param words how to say it
 * @param picture the computed picture after it
 */
record Hypothesis(String words, Raster picture) {
    private static final int[] PARTS = {90, 80, 75, 67, 60, 50, 40, 33, 25};

    /** Faults that keep the whole of the picture: colours, mirrors and turns. */
    static List<Hypothesis> wholePicture(UnaryOperator<Raster> small, Raster expected) {
        Raster picture = small.apply(expected);
        List<Hypothesis> all = new ArrayList<>();
        all.add(new Hypothesis("red and blue are swapped", picture.mapped(mix(0, 8, 16))));
        all.add(new Hypothesis("red and green are swapped", picture.mapped(mix(8, 16, 0))));
        all.add(new Hypothesis("green and blue are swapped", picture.mapped(mix(16, 0, 8))));
        all.add(new Hypothesis("the channels are rotated", picture.mapped(mix(8, 0, 16))));
        all.add(new Hypothesis("the channels are rotated", picture.mapped(mix(0, 16, 8))));
        all.add(new Hypothesis("inverted", picture.mapped(argb -> argb ^ 0xffffff)));
        all.add(new Hypothesis("grey: the colours are lost", picture.mapped(Hypothesis::grey)));
        all.add(new Hypothesis("mirrored left-right", picture.flopped()));
        all.add(new Hypothesis("mirrored top-bottom", picture.flipped()));
        all.add(new Hypothesis("turned 180°", picture.turned(2)));
        all.add(new Hypothesis("turned 90° clockwise", small.apply(expected.turned(1))));
        all.add(new Hypothesis("turned 90° counter-clockwise", small.apply(expected.turned(3))));
        all.addAll(alphas(picture));
        all.addAll(levels(picture));
        return all;
    }

    private static List<Hypothesis> alphas(Raster picture) {
        if (!picture.transparent()) {
            return List.of();
        }
        return List.of(
                new Hypothesis("transparency lost", picture.mapped(argb -> argb | 0xff000000)),
                new Hypothesis("transparency lost: black instead", picture.over(0xff000000)),
                new Hypothesis("transparency lost: white instead", picture.over(0xffffffff)));
    }

    private static List<Hypothesis> levels(Raster picture) {
        List<Hypothesis> all = new ArrayList<>();
        for (int step : new int[] {7, 10, 14, 20, 30, 45, 60}) {
            all.add(new Hypothesis("too light", picture.mapped(each(level -> level + step))));
            all.add(new Hypothesis("too dark", picture.mapped(each(level -> level - step))));
        }
        for (double gain : new double[] {0.5, 0.6, 0.7, 0.8, 0.87, 0.93, 0.96}) {
            all.add(new Hypothesis("too dark", picture.mapped(each(level -> level * gain))));
            all.add(
                    new Hypothesis(
                            "too light",
                            picture.mapped(each(level -> 255 - (255 - level) * gain))));
            all.add(new Hypothesis("too light", picture.mapped(each(level -> level / gain))));
            all.add(
                    new Hypothesis(
                            "contrast too low",
                            picture.mapped(each(level -> 128 + (level - 128) * gain))));
            all.add(
                    new Hypothesis(
                            "contrast too high",
                            picture.mapped(each(level -> 128 + (level - 128) / gain))));
            all.add(
                    new Hypothesis(
                            "another gamma",
                            picture.mapped(each(level -> 255 * Math.pow(level / 255, gain)))));
            all.add(
                    new Hypothesis(
                            "another gamma",
                            picture.mapped(each(level -> 255 * Math.pow(level / 255, 1 / gain)))));
        }
        return all;
    }

    /** Other parts of the source than the one asked for. */
    static List<Hypothesis> cuts(UnaryOperator<Raster> small, Raster whole, Raster expected) {
        List<Hypothesis> all = new ArrayList<>();
        all.add(new Hypothesis(wholeSource(whole, expected), small.apply(whole)));
        Raster coarse = coarse(whole);
        for (int percent : PARTS) {
            for (int place = 0; place < 25; place++) {
                all.add(cut(small, coarse, new Part(percent, percent, place % 5, place / 5)));
            }
            for (int place = 0; place < 5; place++) {
                all.add(cut(small, coarse, new Part(percent, 100, place, 0)));
                all.add(cut(small, coarse, new Part(100, percent, 0, place)));
            }
        }
        return all;
    }

    private static String wholeSource(Raster whole, Raster expected) {
        double proportions = (double) whole.width() / whole.height();
        double asked = (double) expected.width() / expected.height();
        return Math.abs(proportions / asked - 1) < 0.02
                ? "the effect is missing: the source as it was"
                : "not cut but squeezed: the whole picture";
    }

    /**
     * A part of the source.
     *
     * @param across its width in percent of the whole
     * @param x its place in quarters of what is left over, 0 to 4
     */
    private record Part(int across, int down, int x, int y) {}

    private static Hypothesis cut(UnaryOperator<Raster> small, Raster whole, Part part) {
        int width = Math.max(1, whole.width() * part.across() / 100);
        int height = Math.max(1, whole.height() * part.down() / 100);
        int x = (whole.width() - width) * part.x() / 4;
        int y = (whole.height() - height) * part.y() / 4;
        return new Hypothesis(
                "cropped or shifted (another part of the picture)",
                small.apply(whole.crop(x, y, width, height)));
    }

    /** So many parts are tried that each must be cheap. */
    private static Raster coarse(Raster whole) {
        int divisor = Math.max(1, whole.width() / 160);
        return Resampling.resize(
                whole, Math.max(1, whole.width() / divisor), Math.max(1, whole.height() / divisor));
    }

    /** A pixel whose red, green and blue are taken from these bit positions. */
    private static IntUnaryOperator mix(int red, int green, int blue) {
        return argb ->
                (argb & 0xff000000)
                        | (argb >> red & 255) << 16
                        | (argb >> green & 255) << 8
                        | (argb >> blue & 255);
    }

    private static int grey(int argb) {
        int red = argb >> 16 & 255;
        int green = argb >> 8 & 255;
        int grey = (red * 54 + green * 183 + (argb & 255) * 19) >> 8;
        return (argb & 0xff000000) | grey * 0x10101;
    }

    private interface Level {
        double of(double level);
    }

    private static IntUnaryOperator each(Level change) {
        return argb -> {
            int result = argb & 0xff000000;
            for (int shift = 0; shift <= 16; shift += 8) {
                int level = (int) Math.round(change.of(argb >> shift & 255));
                result |= Math.clamp(level, 0, 255) << shift;
            }
            return result;
        };
    }

    /** A colour for people. */
    static String name(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 0) {
            return "clear";
        }
        String rgb = String.format(Locale.ROOT, "#%06x", argb & 0xffffff);
        return alpha == 255 ? rgb : rgb + " at %d %% alpha".formatted(Math.round(alpha / 2.55));
    }
}
