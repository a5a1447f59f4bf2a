package weservstatus.bench;

import java.awt.image.BufferedImage;

/** What others hold a picture against a stored one with: for comparison, small and by the book. */
final class PeerRules {
    private static final int WINDOW = 8;
    private static final double C1 = 6.5025;
    private static final double C2 = 58.5225;

    private PeerRules() {}

    /** Different bits of the 64 of a difference hash: brightness of neighbours on a 9 by 8 grid. */
    static int dHashDistance(BufferedImage one, BufferedImage other) {
        return Long.bitCount(dHash(one) ^ dHash(other));
    }

    private static long dHash(BufferedImage picture) {
        BufferedImage small = Resampler.BOX.resized(picture, 9, 8);
        long bits = 0;
        for (int y = 0; y < 8; y++) {
            for (int x = 0; x < 8; x++) {
                boolean brighter = luma(small.getRGB(x, y)) > luma(small.getRGB(x + 1, y));
                bits = bits << 1 | (brighter ? 1 : 0);
            }
        }
        return bits;
    }

    /** Mean structural similarity of brightness over windows of 8 by 8; 0 for another size. */
    static double similarity(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 0;
        }
        double sum = 0;
        int windows = 0;
        for (int y = 0; y + WINDOW <= one.getHeight(); y += WINDOW) {
            for (int x = 0; x + WINDOW <= one.getWidth(); x += WINDOW) {
                sum += window(one, other, x, y);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double window(BufferedImage one, BufferedImage other, int left, int top) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        int n = WINDOW * WINDOW;
        for (int i = 0; i < n; i++) {
            double u = luma(one.getRGB(left + i % WINDOW, top + i / WINDOW));
            double v = luma(other.getRGB(left + i % WINDOW, top + i / WINDOW));
            a += u;
            b += v;
            aa += u * u;
            bb += v * v;
            ab += u * v;
        }
        a /= n;
        b /= n;
        double covariance = ab / n - a * b;
        double variances = aa / n - a * a + bb / n - b * b;
        return (2 * a * b + C1) * (2 * covariance + C2) / ((a * a + b * b + C1) * (variances + C2));
    }

    private static double luma(int argb) {
        return 0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
    }
}
