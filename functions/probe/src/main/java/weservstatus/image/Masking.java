package weservstatus.image;

import java.util.Optional;
import weservstatus.check.Colour;
import weservstatus.check.ImageParameters;

/**
 * Cuts a shape out of a picture.
 *
 * @param background laid under what was cut away
 * @param trimmed whether what lies beside the shape is cut off
 */
record Masking(MaskShape shape, Colour background, boolean trimmed) {

    /** Empty when the request has no {@code mask} that the service knows. */
    static Optional<Masking> of(ImageParameters parameters) {
        return parameters
                .text("mask")
                .flatMap(MaskShape::ofLabel)
                .map(shape ->
                        new Masking(
                                shape,
                                parameters.colour("mbg").orElse(Colour.CLEAR),
                                parameters.flag("mtrim")));
    }

    Raster applied(Raster picture) {
        int width = picture.width();
        int height = picture.height();
        Outline outline = shape.in(width, height);
        float[] coverage = outline.coverage(width, height);
        int[] pixels = new int[coverage.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = cut(picture.pixels()[i], coverage[i]);
        }
        return trimmed(new Raster(width, height, pixels), outline);
    }

    private int cut(int argb, float share) {
        int alpha = Math.clamp(Math.round((argb >>> 24) * share), 0, 255);
        int kept = alpha == 0 ? 0 : (argb & 0xffffff) | alpha << 24;
        return background.alpha() == 0 ? kept : Raster.blend(kept, background.argb());
    }

    private Raster trimmed(Raster picture, Outline outline) {
        int width = Math.min(picture.width(), outline.width());
        int height = Math.min(picture.height(), outline.height());
        return trimmed && shape != MaskShape.ELLIPSE
                ? picture.crop(
                        (int) Math.round((picture.width() - width) / 2.0),
                        (int) Math.round((picture.height() - height) / 2.0),
                        width,
                        height)
                : picture;
    }
}
