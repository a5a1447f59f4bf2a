package weservstatus.image;

import java.util.Optional;
import java.util.OptionalDouble;
import weservstatus.check.Colour;
import weservstatus.check.ImageParameters;
import weservstatus.check.ImageRequest;

/**
 * Cuts borders that resemble the top left pixel, or a colour.
 *
 * @param threshold largest difference in one channel that still counts as border; empty for none
 * @param border empty for the colour of the top left pixel
 */
record Trim(OptionalDouble threshold, Optional<Colour> border) {
    /** What builds use that read {@code trim} without a value. */
    private static final double USUAL = 10;

    static Trim of(ImageRequest request, Dialect dialect) {
        ImageParameters parameters = request.parameters();
        boolean bare = parameters.text("trim").filter(String::isEmpty).isPresent();
        OptionalDouble threshold =
                bare && dialect.later(Trait.BARE_TRIM)
                        ? OptionalDouble.of(USUAL)
                        : parameters.number("trim", 1, 254);
        return new Trim(
                threshold,
                dialect.later(Trait.TRIM_COLOUR) ? parameters.colour("tbg") : Optional.empty());
    }

    Raster applied(Raster picture) {
        if (threshold.isEmpty()) {
            return picture;
        }
        int top = 0;
        int bottom = picture.height() - 1;
        while (top < bottom && plainRow(picture, top)) {
            top++;
        }
        while (bottom > top && plainRow(picture, bottom)) {
            bottom--;
        }
        int left = 0;
        int right = picture.width() - 1;
        while (left < right && plainColumn(picture, left)) {
            left++;
        }
        while (right > left && plainColumn(picture, right)) {
            right--;
        }
        boolean nothing = top == bottom || left == right;
        return nothing ? picture : picture.crop(left, top, right - left + 1, bottom - top + 1);
    }

    private boolean plainRow(Raster picture, int y) {
        for (int x = 0; x < picture.width(); x++) {
            if (differs(picture, x, y)) {
                return false;
            }
        }
        return true;
    }

    private boolean plainColumn(Raster picture, int x) {
        for (int y = 0; y < picture.height(); y++) {
            if (differs(picture, x, y)) {
                return false;
            }
        }
        return true;
    }

    private boolean differs(Raster picture, int x, int y) {
        int reference = border.map(Colour::argb).orElse(picture.at(0, 0));
        int pixel = picture.at(x, y);
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            largest =
                    Math.max(
                            largest, Math.abs((reference >> shift & 255) - (pixel >> shift & 255)));
        }
        return largest > threshold.orElse(255);
    }
}
