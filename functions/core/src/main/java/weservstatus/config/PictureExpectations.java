package weservstatus.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Tag;
import weservstatus.check.Colour;
import weservstatus.check.Expectation;
import weservstatus.check.ImageFormat;

/** How expectations about any picture are written, and which facts its format can have. */
final class PictureExpectations {
    private static final Field<ImageFormat> FORMAT =
            Field.required(
                    "format",
                    Scalars.choice(formats()),
                    "True format, by magic bytes, and the Content-Type that goes with it.",
                    "format: webp");
    private static final Field<Integer> WIDTH =
            Field.optional("width", Scalars.wholeInt(1, 10_000), "Width in pixels.", "not asked");
    private static final Field<Integer> HEIGHT =
            Field.optional("height", Scalars.wholeInt(1, 10_000), "Height in pixels.", "not asked");
    private static final Field<Integer> FRAMES =
            Field.optional("frames", Scalars.wholeInt(1, 400), "Number of frames.", "not asked");
    private static final Field<Boolean> ALPHA =
            Field.optional(
                    "alpha", Scalars.flag(), "Whether there is an alpha channel.", "not asked");
    private static final Field<List<Integer>> DELAYS =
            Field.optional(
                    "delays",
                    new ListOf<>("delay", 400, Scalars.wholeInt(0, 655_350)),
                    "How long each frame shows, in milliseconds, one for each; gif and webp.",
                    "not asked");
    private static final Field<Integer> ORIENTATION =
            Field.optional(
                    "orientation",
                    Scalars.wholeInt(1, 8),
                    "EXIF orientation; 1 is upright, also where none is said; jpg, png, webp, tiff.",
                    "not asked");
    private static final Field<Boolean> PROGRESSIVE =
            Field.optional(
                    "progressive", Scalars.flag(), "Whether it is progressive; jpg.", "not asked");
    private static final Field<Boolean> INTERLACED =
            Field.optional(
                    "interlaced",
                    Scalars.flag(),
                    "Whether it is interlaced; png and gif.",
                    "not asked");
    private static final Field<Boolean> LOSSLESS =
            Field.optional(
                    "lossless",
                    Scalars.flag(),
                    "Whether it is compressed without loss; webp and tiff.",
                    "not asked");

    private static final Field<Colour> IS =
            Field.required(
                    "is",
                    aColour(),
                    "A CSS name, RGB, ARGB, RRGGBB or AARRGGBB, as the service writes colours.",
                    "is: \"c86432\"");
    private static final Field<Integer> TOLERANCE =
            Field.optional(
                    "tolerance",
                    Scalars.wholeInt(0, 254),
                    "How far each of red, green, blue and alpha may be off.",
                    "0");

    private static final Set<ImageFormat> ANIMATED = Set.of(ImageFormat.GIF, ImageFormat.WEBP);

    private static final Map<Field<?>, Set<ImageFormat>> HAVE = formatsThatHave();

    private PictureExpectations() {}

    static Reader<Expectation.ImageIs> image() {
        return new SectionReader(
                        "an image expectation",
                        FORMAT,
                        WIDTH,
                        HEIGHT,
                        FRAMES,
                        ALPHA,
                        DELAYS,
                        ORIENTATION,
                        PROGRESSIVE,
                        INTERLACED,
                        LOSSLESS)
                .with(PictureExpectations::refuseWhatTheFormatCannotHave)
                .with(PictureExpectations::refuseWhatAStillCannotHave)
                .with(PictureExpectations::refuseTransparentJpeg)
                .with(PictureExpectations::requireOneDelayForEachFrame)
                .as(PictureExpectations::imageOf);
    }

    static Reader<Expectation.ColourIs> colour() {
        return new SectionReader("a colour expectation", IS, TOLERANCE)
                .as(colour -> new Expectation.ColourIs(colour.of(IS), colour.orElse(TOLERANCE, 0)));
    }

    private static void refuseWhatTheFormatCannotHave(Section image, Reading reading) {
        image.find(FORMAT)
                .ifPresent(format ->
                        HAVE.forEach((field, formats) -> {
                            if (image.has(field) && !formats.contains(format)) {
                                reading.refuse(
                                        image.spotOf(field),
                                        format.label() + " has no " + field.name(),
                                        "remove it, or expect " + labels(formats));
                            }
                        }));
    }

    private static void refuseWhatAStillCannotHave(Section image, Reading reading) {
        boolean moves = image.orElse(FRAMES, 1) > 1;
        image.find(FORMAT)
                .filter(format -> moves && !ANIMATED.contains(format))
                .ifPresent(format ->
                        reading.refuse(
                                image.spotOf(FRAMES),
                                format.label() + " has one frame",
                                "remove it, or expect " + labels(ANIMATED)));
    }

    private static void refuseTransparentJpeg(Section image, Reading reading) {
        boolean jpeg = image.find(FORMAT).filter(ImageFormat.JPEG::equals).isPresent();
        if (jpeg && image.orElse(ALPHA, false)) {
            reading.refuse(
                    image.spotOf(ALPHA), "jpg has no alpha", "remove it, or expect png or webp");
        }
    }

    private static void requireOneDelayForEachFrame(Section image, Reading reading) {
        Optional<Integer> frames = image.find(FRAMES);
        image.find(DELAYS)
                .filter(delays -> frames.filter(count -> count != delays.size()).isPresent())
                .ifPresent(delays ->
                        reading.refuse(
                                image.spotOf(DELAYS),
                                "%d delays for %d frames"
                                        .formatted(delays.size(), frames.orElseThrow()),
                                "write one for each frame"));
    }

    private static Map<Field<?>, Set<ImageFormat>> formatsThatHave() {
        Map<Field<?>, Set<ImageFormat>> have = new LinkedHashMap<>();
        have.put(DELAYS, ANIMATED);
        have.put(
                ORIENTATION,
                Set.of(ImageFormat.JPEG, ImageFormat.PNG, ImageFormat.WEBP, ImageFormat.TIFF));
        have.put(PROGRESSIVE, Set.of(ImageFormat.JPEG));
        have.put(INTERLACED, Set.of(ImageFormat.PNG, ImageFormat.GIF));
        have.put(LOSSLESS, Set.of(ImageFormat.WEBP, ImageFormat.TIFF));
        return have;
    }

    private static String labels(Set<ImageFormat> formats) {
        return String.join(" or ", formats.stream().sorted().map(ImageFormat::label).toList());
    }

    private static Expectation.ImageIs imageOf(Section image) {
        return new Expectation.ImageIs(
                image.of(FORMAT),
                whole(image, WIDTH),
                whole(image, HEIGHT),
                whole(image, FRAMES),
                image.find(ALPHA),
                new Expectation.Packing(
                        image.orElse(DELAYS, List.of()),
                        whole(image, ORIENTATION),
                        image.find(PROGRESSIVE).or(() -> image.find(INTERLACED)),
                        image.find(LOSSLESS)));
    }

    private static OptionalInt whole(Section section, Field<Integer> field) {
        return section.find(field).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private static Map<String, ImageFormat> formats() {
        Map<String, ImageFormat> formats = new LinkedHashMap<>();
        for (ImageFormat format : ImageFormat.values()) {
            formats.put(format.label(), format);
        }
        return formats;
    }

    private static Reader<Colour> aColour() {
        return new Scalar<>(
                Set.of(Tag.STR),
                Colour::parse,
                new Refusal(
                        "is not a colour", "write a name, or RRGGBB in quotes, such as \"c86432\""),
                Map.of("type", "string", "pattern", "^#?[A-Za-z0-9]+$"));
    }
}
