package weservstatus.image;

import java.util.List;

/** Counts pixels in which two pictures of one size differ. */
final class PixelCount {
    /** From here on, of 255, a difference in one channel shows to the eye. */
    static final int VISIBLE = 8;

    private PixelCount() {}

    /** Those in which some channel differs by more than {@code levels}; clear is clear. */
    static int different(List<Raster> ones, List<Raster> others, int levels) {
        int count = 0;
        for (int i = 0; i < ones.size(); i++) {
            count += different(ones.get(i).pixels(), others.get(i).pixels(), levels);
        }
        return count;
    }

    private static int different(int[] ones, int[] others, int levels) {
        int count = Math.abs(ones.length - others.length);
        for (int i = 0; i < Math.min(ones.length, others.length); i++) {
            count += differ(ones[i], others[i], levels) ? 1 : 0;
        }
        return count;
    }

    private static boolean differ(int one, int other, int levels) {
        boolean bothClear = one >>> 24 == 0 && other >>> 24 == 0;
        if (one == other || bothClear) {
            return false;
        }
        for (int shift = 0; shift <= 24; shift += 8) {
            if (Math.abs((one >>> shift & 255) - (other >>> shift & 255)) > levels) {
                return true;
            }
        }
        return false;
    }
}
