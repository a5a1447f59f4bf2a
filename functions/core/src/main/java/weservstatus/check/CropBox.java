package weservstatus.check;

import java.util.Optional;

/** A box to cut out, in pixels, inside the picture. */
public record CropBox(int x, int y, int width, int height) {

    /**
     * The box that {@code cx cy cw ch} or the older {@code crop=w,h,x,y} asks for. Parts over the
     * edge are clipped; an origin outside the picture counts as 0,0.
     */
    static Optional<CropBox> of(ImageParameters parameters, int width, int height) {
        Optional<CropBox> old = parameters.text("crop").flatMap(CropBox::old);
        if (old.isPresent()) {
            return old.map(box -> box.clipped(width, height));
        }
        if (parameters.length("cw").isEmpty() && parameters.length("ch").isEmpty()) {
            return Optional.empty();
        }
        CropBox box =
                new CropBox(
                        side(parameters, "cx", width, 0),
                        side(parameters, "cy", height, 0),
                        side(parameters, "cw", width, width),
                        side(parameters, "ch", height, height));
        return Optional.of(box.clipped(width, height));
    }

    private static int side(ImageParameters parameters, String name, int whole, int otherwise) {
        return parameters
                .length(name)
                .map(length -> (int) Math.round(length.of(whole)))
                .orElse(otherwise);
    }

    private static Optional<CropBox> old(String text) {
        String[] parts = text.split(",", -1);
        try {
            return parts.length == 4
                    ? Optional.of(
                            new CropBox(
                                    Integer.parseInt(parts[2]),
                                    Integer.parseInt(parts[3]),
                                    Integer.parseInt(parts[0]),
                                    Integer.parseInt(parts[1])))
                    : Optional.empty();
        } catch (NumberFormatException notNumbers) {
            return Optional.empty();
        }
    }

    private CropBox clipped(int pictureWidth, int pictureHeight) {
        int left = x < 0 || x >= pictureWidth ? 0 : x;
        int top = y < 0 || y >= pictureHeight ? 0 : y;
        return new CropBox(
                left,
                top,
                Math.clamp(width, 1, pictureWidth - left),
                Math.clamp(height, 1, pictureHeight - top));
    }
}
