package weservstatus.image;

import java.util.OptionalInt;
import weservstatus.check.Fit;
import weservstatus.check.ImageRequest;

/**
 * The size to which a picture is resized, before anything is cut off or added.
 *
 * @param boxWidth width of the box to fill afterwards, the resized width where there is no box
 */
record Canvas(int width, int height, int boxWidth, int boxHeight) {

    /**
     * The sizes that weserv computes: each side of the target alone keeps the proportions, both
     * give a box, and no side falls below one pixel.
     */
    static Canvas of(ImageRequest request, int width, int height) {
        OptionalInt targetWidth = request.width(width);
        OptionalInt targetHeight = request.height(height);
        Fit fit = request.fit();
        double scaleX = targetWidth.orElse(width) / (double) width;
        double scaleY = targetHeight.orElse(height) / (double) height;
        if (fit != Fit.FILL) {
            double scale = common(fit, targetWidth, targetHeight, scaleX, scaleY);
            scaleX = scale;
            scaleY = scale;
        }
        if (request.keepsSmall()) {
            scaleX = Math.min(1, scaleX);
            scaleY = Math.min(1, scaleY);
        }
        int resizedWidth = side(width, scaleX);
        int resizedHeight = side(height, scaleY);
        return new Canvas(
                resizedWidth,
                resizedHeight,
                targetWidth.orElse(resizedWidth),
                targetHeight.orElse(resizedHeight));
    }

    private static double common(
            Fit fit, OptionalInt width, OptionalInt height, double scaleX, double scaleY) {
        if (width.isPresent() && height.isPresent()) {
            return fit == Fit.OUTSIDE || fit == Fit.COVER
                    ? Math.max(scaleX, scaleY)
                    : Math.min(scaleX, scaleY);
        }
        return width.isPresent() ? scaleX : height.isPresent() ? scaleY : 1;
    }

    private static int side(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }
}
