package weservstatus.image;

import java.util.OptionalDouble;
import weservstatus.check.ImageRequest;

/**
 * Cuts borders that resemble the top left pixel.
 *
 * @param threshold largest difference in one channel that still counts as border; empty for none
 */
record Trim(OptionalDouble threshold) {

    static Trim of(ImageRequest request) {
        return new Trim(request.parameters().number("trim", 1, 254));
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
        int border = picture.at(0, 0);
        int pixel = picture.at(x, y);
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            largest = Math.max(largest, Math.abs((border >> shift & 255) - (pixel >> shift & 255)));
        }
        return largest > threshold.orElse(255);
    }
}
