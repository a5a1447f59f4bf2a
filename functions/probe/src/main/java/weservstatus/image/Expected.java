package weservstatus.image;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;
import weservstatus.check.TestPicture;

/**
 * The picture that a request should give, computed from the card and the request alone.
 *
 * @param formats any of these will do
 * @param frames as shown, before an encoder drops what its format cannot hold
 * @param uncut the frames before the service chose what to cut off; empty where the request chooses
 * @param via the format that the picture passed through before it came into its own, whose errors
 *     it still carries
 */
record Expected(
        ImageRequest request,
        Set<ImageFormat> formats,
        List<Raster> frames,
        List<Raster> uncut,
        Scale scale,
        Dialect dialect,
        Optional<ImageFormat> via) {

    /** As the recorded build answers. */
    static Expected of(ImageRequest request, TestPicture source, TestRasters rasters) {
        return of(request, source, rasters, Dialect.MEASURED);
    }

    static Expected of(
            ImageRequest request, TestPicture source, TestRasters rasters, Dialect dialect) {
        List<Raster> all = rasters.frames(source);
        int first = request.firstFrame(all.size());
        List<Raster> asked = all.subList(first, first + request.frames(all.size()));
        if (request.parameters().flag("flip")) {
            // The service holds the frames as one tall picture and mirrors all of it.
            asked = asked.reversed();
        }
        Drawing drawing = new Drawing(request, dialect);
        List<Drawing.Drawn> drawn = asked.stream().map(drawing::drawn).toList();
        List<Raster> frames = drawn.stream().map(Drawing.Drawn::picture).toList();
        Scale scale = scale(drawn.getFirst(), TestRasters.cellSide(source));
        List<Raster> uncut =
                request.choosesWindow() ? asked.stream().map(drawing::uncut).toList() : List.of();
        Set<ImageFormat> formats = formats(request, source, frames);
        return new Expected(request, formats, frames, uncut, scale, dialect, Optional.empty());
    }

    /**
     * The picture after it was given to the service again, which did nothing but save it in the
     * format that this second request names.
     */
    Expected readBack(ImageRequest again) {
        ImageFormat before = formats.stream().findFirst().orElseThrow();
        List<Raster> kept = framesAs(before);
        return new Expected(
                request, again.formats(before), kept, uncut, scale, dialect, Optional.of(before));
    }

    private static Scale scale(Drawing.Drawn drawn, double cell) {
        return new Scale(
                cell * Math.min(drawn.across(), drawn.down()),
                Math.max(1, Math.max(drawn.across(), drawn.down())));
    }

    /** A picture that becomes transparent leaves a format that cannot hold it for PNG. */
    private static Set<ImageFormat> formats(
            ImageRequest request, TestPicture source, List<Raster> frames) {
        ImageFormat input = source.format();
        boolean clear = frames.stream().anyMatch(Raster::transparent);
        if (input == ImageFormat.JPEG && clear && !request.namesFormat()) {
            return Set.of(ImageFormat.PNG);
        }
        return request.formats(input);
    }

    /** Frames as a file of the format shows them: some formats stack them, some lose alpha. */
    List<Raster> framesAs(ImageFormat format) {
        List<Raster> shown = frames.stream().map(frame -> encodable(frame, format)).toList();
        boolean animates = format == ImageFormat.GIF || format == ImageFormat.WEBP;
        return animates || shown.size() == 1 ? shown : List.of(Raster.stacked(shown));
    }

    private static Raster encodable(Raster frame, ImageFormat format) {
        return switch (format) {
            case JPEG, TIFF -> frame.over(0xff000000);
            case GIF -> frame.mapped(argb -> argb >>> 24 >= 128 ? argb | 0xff000000 : 0);
            case PNG, WEBP, AVIF -> frame;
        };
    }

    Tolerance tolerance(ImageFormat format, boolean lossless) {
        Tolerance tolerance =
                Tolerance.of(
                        via.orElse(format),
                        lossless,
                        request.quality().orElse(Tolerance.usualQuality()),
                        scale);
        if (dialect.later(Trait.TINT)) {
            return tolerance.tinted();
        }
        if (request.blurs() && format == ImageFormat.GIF) {
            return tolerance.banded();
        }
        boolean added = !dialect.later(Trait.LAYERS) && request.parameters().has("bg");
        return request.recolours()
                ? tolerance.recoloured(lossySource())
                : added ? tolerance.glowing() : tolerance;
    }

    private boolean lossySource() {
        return request.picture().filter(source -> source.format() != ImageFormat.PNG).isPresent();
    }
}
