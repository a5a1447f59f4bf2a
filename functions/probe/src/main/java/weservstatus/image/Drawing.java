package weservstatus.image;

import weservstatus.check.Anchor;
import weservstatus.check.Colour;
import weservstatus.check.CropBox;
import weservstatus.check.Fit;
import weservstatus.check.ImageRequest;

/**
 * Draws what a request should make of a picture, in the fixed order in which weserv works whatever
 * the order of the parameters: trim, resize, turn, align, crop, pad, colours.
 */
final class Drawing {
    private final ImageRequest request;
    private final Dialect dialect;

    Drawing(ImageRequest request, Dialect dialect) {
        this.request = request;
        this.dialect = dialect;
    }

    /**
     * What came of it.
     *
     * @param across pixels of the result for each of the source, left to right
     * @param down the same, top to bottom
     */
    record Drawn(Raster picture, double across, double down) {}

    Drawn drawn(Raster source) {
        Raster picture = Trim.of(request, dialect).applied(source);
        boolean cropFirst = request.parameters().flag("precrop");
        boolean turnFirst = cropFirst || dialect.later(Trait.BOXED_TURN);
        if (turnFirst) {
            picture = turned(picture);
        }
        if (cropFirst) {
            picture = cropped(picture);
        }
        Canvas canvas = Canvas.of(request, picture.width(), picture.height());
        Raster resized = resized(picture, canvas);
        Raster aligned = aligned(turnFirst ? resized : turned(resized), canvas);
        Raster padded = padded(cropFirst ? aligned : cropped(aligned), canvas);
        return new Drawn(
                new ColourChange(request.parameters(), dialect).applied(freelyTurned(padded)),
                (double) canvas.width() / picture.width(),
                (double) canvas.height() / picture.height());
    }

    /** What sharpening makes of an edge depends on the way in which it was resized. */
    private Raster resized(Raster picture, Canvas canvas) {
        return request.parameters().has("sharp")
                ? Lanczos.resize(picture, canvas.width(), canvas.height())
                : Resampling.resize(picture, canvas.width(), canvas.height());
    }

    /** The service leaves animations alone. */
    private Raster freelyTurned(Raster picture) {
        int angle = request.angle();
        int background = request.parameters().colour("rbg").orElse(Colour.CLEAR).argb();
        return angle % 90 == 0 ? picture : new FreeTurn(angle, background).applied(picture);
    }

    /** Only resized, before anything is cut off. */
    Raster uncut(Raster source) {
        Canvas canvas = Canvas.of(request, source.width(), source.height());
        return Resampling.resize(source, canvas.width(), canvas.height());
    }

    private Raster turned(Raster picture) {
        Raster turned = picture.turned(request.quarterTurns());
        Raster flipped = request.parameters().flag("flip") ? turned.flipped() : turned;
        return request.parameters().flag("flop") ? flipped.flopped() : flipped;
    }

    /** Cuts what stands over the box, for {@code fit=cover}. */
    private Raster aligned(Raster picture, Canvas canvas) {
        if (request.fit() != Fit.COVER) {
            return picture;
        }
        int width = Math.min(picture.width(), canvas.boxWidth());
        int height = Math.min(picture.height(), canvas.boxHeight());
        int spareX = picture.width() - width;
        int spareY = picture.height() - height;
        return picture.crop(
                offset(spareX, picture.width(), width, true),
                offset(spareY, picture.height(), height, false),
                width,
                height);
    }

    private int offset(int spare, int whole, int part, boolean horizontal) {
        return switch (request.anchor()) {
            case Anchor.Fixed at -> (int) (spare * (horizontal ? at.x() : at.y()));
            case Anchor.Focal at -> {
                double centre = whole * (horizontal ? at.x() : at.y());
                yield Math.clamp((int) (centre - part / 2.0), 0, spare);
            }
            case Anchor.Chosen ignored -> spare / 2;
        };
    }

    private Raster cropped(Raster picture) {
        return request.crop(picture.width(), picture.height())
                .map(box -> crop(picture, box))
                .orElse(picture);
    }

    private static Raster crop(Raster picture, CropBox box) {
        return picture.crop(box.x(), box.y(), box.width(), box.height());
    }

    /** Fills up to the box, for {@code fit=contain}. */
    private Raster padded(Raster picture, Canvas canvas) {
        if (request.fit() != Fit.CONTAIN) {
            return picture;
        }
        int width = Math.max(picture.width(), canvas.boxWidth());
        int height = Math.max(picture.height(), canvas.boxHeight());
        int argb = request.parameters().colour("cbg").orElse(Colour.CLEAR).argb();
        double x = request.anchor() instanceof Anchor.Fixed at ? at.x() : 0.5;
        double y = request.anchor() instanceof Anchor.Fixed at ? at.y() : 0.5;
        return picture.placed(
                width,
                height,
                (int) ((width - picture.width()) * x),
                (int) ((height - picture.height()) * y),
                argb);
    }
}
