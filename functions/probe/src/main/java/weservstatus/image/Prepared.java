package weservstatus.image;

import java.util.List;
import java.util.Set;
import weservstatus.check.ImageFormat;

/**
 * What is kept of a computed picture for the next answer to the same request: enough to judge by,
 * not enough to say in words what is wrong.
 *
 * @param formats any of these will do
 * @param width of one frame as a file of the answer's format shows it
 * @param frames how many such a file shows
 * @param clear whether anything shines through
 * @param yardsticks one for each frame
 */
record Prepared(
        Set<ImageFormat> formats,
        int width,
        int height,
        int frames,
        boolean clear,
        List<Yardstick> yardsticks) {
    /** A block with its figures in memory. */
    private static final long BLOCK = 250;

    private static final long WINDOW = 60;

    static Prepared of(Expected expected, ImageFormat format, boolean lossless) {
        List<Raster> frames = expected.framesAs(format);
        Tolerance tolerance = expected.tolerance(format, lossless);
        return new Prepared(
                expected.formats(),
                frames.getFirst().width(),
                frames.getFirst().height(),
                frames.size(),
                frames.stream().anyMatch(Raster::transparent),
                frames.stream().map(frame -> Yardstick.of(frame, tolerance)).toList());
    }

    /** About how much memory it takes. */
    long bytes() {
        return yardsticks.stream()
                .mapToLong(each -> BLOCK * each.blocks().size() + WINDOW * each.windows().size())
                .sum();
    }
}
