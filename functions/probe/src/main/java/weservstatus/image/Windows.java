package weservstatus.image;

/** Finds the part of a picture that the service chose to keep. */
final class Windows {
    /** No divisor of a usual cell or block, so that every offset is told apart. */
    private static final int STRIDE = 7;

    /** Pixels by which a resampler may seem to move a picture. */
    private static final int NEAR = 1;

    private Windows() {}

    /**
     * A part of a picture.
     *
     * @param middle whether it is the one that is kept when nobody chooses
     */
    record Window(Raster picture, boolean middle) {}

    /** The window of the resized source that resembles the answer most. */
    static Window closest(Raster resized, Raster actual) {
        int spareX = Math.max(0, resized.width() - actual.width());
        int spareY = Math.max(0, resized.height() - actual.height());
        int bestX = 0;
        int bestY = 0;
        long least = Long.MAX_VALUE;
        for (int y = 0; y <= spareY; y++) {
            for (int x = 0; x <= spareX; x++) {
                long distance = distance(resized, actual, x, y);
                if (distance < least) {
                    least = distance;
                    bestX = x;
                    bestY = y;
                }
            }
        }
        boolean middle =
                Math.abs(bestX - spareX / 2) <= NEAR && Math.abs(bestY - spareY / 2) <= NEAR;
        return new Window(
                resized.crop(bestX, bestY, actual.width(), actual.height()),
                middle && spareX + spareY > 4 * NEAR);
    }

    private static long distance(Raster whole, Raster part, int left, int top) {
        long sum = 0;
        for (int y = 0; y < part.height(); y += STRIDE) {
            for (int x = 0; x < part.width(); x += STRIDE) {
                int a = part.at(x, y);
                int b = whole.at(left + x, top + y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
                }
            }
        }
        return sum;
    }
}
