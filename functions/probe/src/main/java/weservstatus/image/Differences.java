package weservstatus.image;

import java.util.List;
import java.util.Optional;
import weservstatus.check.ImageFormat;
import weservstatus.observe.Answer;

/**
 * Shows how an answer differs from the computed picture, for people: expected beside received
 * beside difference, each in a third of the width, clear where a smaller one ends. Of an animation
 * it shows the frame that differs most.
 */
record Differences(Expected expected, Decoder decoder) {
    private static final int GAP = 8;

    /** Under what is transparent. */
    private static final int GROUND = 0xff9a9a9a;

    /** Where only one of the two has a pixel. */
    private static final int MISSING = 0xffff00ff;

    /** Small differences show, and from 64 levels on all are white. */
    private static final int GAIN = 4;

    private record Pair(Raster wanted, Raster got, double distance) {}

    /** The picture as PNG, absent when the answer has no pixels that can be decoded. */
    Optional<byte[]> of(Answer answer) {
        try {
            Payload payload = Payload.of(answer);
            Optional<ImageFormat> format = PictureFile.formatOf(payload.bytes());
            if (format.isEmpty() || format.get() == ImageFormat.AVIF) {
                return Optional.empty();
            }
            PictureFacts facts = PictureFile.read(format.get(), payload.bytes());
            Pair worst =
                    worst(expected.framesAs(format.get()), decoder.frames(facts, payload.bytes()));
            return Optional.of(beside(worst).png());
        } catch (UnreadableException noPicture) {
            return Optional.empty();
        }
    }

    private static Pair worst(List<Raster> wanted, List<Raster> got) {
        Pair worst = pair(wanted.getFirst(), got.getFirst());
        for (int i = 1; i < Math.min(wanted.size(), got.size()); i++) {
            Pair next = pair(wanted.get(i), got.get(i));
            worst = next.distance() > worst.distance() ? next : worst;
        }
        return worst;
    }

    private static Pair pair(Raster wanted, Raster got) {
        double sum = 0;
        for (int y = 0; y < Math.min(wanted.height(), got.height()); y++) {
            for (int x = 0; x < Math.min(wanted.width(), got.width()); x++) {
                sum += Diagnosis.difference(wanted.at(x, y), got.at(x, y));
            }
        }
        return new Pair(wanted, got, sum);
    }

    private static Raster beside(Pair pair) {
        Raster wanted = pair.wanted();
        Raster got = pair.got();
        int width = Math.max(wanted.width(), got.width());
        int height = Math.max(wanted.height(), got.height());
        int step = width + GAP;
        int whole = 2 * step + width;
        Raster strip = new Raster(whole, height, new int[whole * height]);
        laid(strip, wanted.over(GROUND), 0);
        laid(strip, got.over(GROUND), step);
        laid(strip, difference(wanted, got, width, height), 2 * step);
        return strip;
    }

    private static void laid(Raster strip, Raster panel, int left) {
        for (int y = 0; y < panel.height(); y++) {
            System.arraycopy(
                    panel.pixels(),
                    y * panel.width(),
                    strip.pixels(),
                    y * strip.width() + left,
                    panel.width());
        }
    }

    private static Raster difference(Raster wanted, Raster got, int width, int height) {
        int[] pixels = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean both = isInside(wanted, x, y) && isInside(got, x, y);
                pixels[y * width + x] =
                        both ? grey(Diagnosis.difference(wanted.at(x, y), got.at(x, y))) : MISSING;
            }
        }
        return new Raster(width, height, pixels);
    }

    private static boolean isInside(Raster picture, int x, int y) {
        return x < picture.width() && y < picture.height();
    }

    private static int grey(double difference) {
        int level = (int) Math.min(255, GAIN * difference);
        return 0xff000000 | level << 16 | level << 8 | level;
    }
}
