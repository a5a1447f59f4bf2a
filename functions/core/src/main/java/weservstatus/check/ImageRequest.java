package weservstatus.check;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a request asks weserv to do with a picture, read by weserv's own rules: unknown parameters
 * are ignored, values out of range count as not given, the order of parameters does not matter.
 *
 * @param source file name of the picture, the last segment of the path in {@code url}
 */
public record ImageRequest(String source, ImageParameters parameters) {

    /** Larger pictures are not decoded: the smallest place to run has little memory. */
    public static final int MOST_PIXELS = 4_000_000;

    private static final int MAX_ANGLE = 3_600_000;

    private static final Set<String> RECOLOURING =
            Set.of("gam", "filt", "con", "mod", "sat", "hue", "tint");

    /** The request in a check's path and query; empty when it has no {@code url}. */
    public static Optional<ImageRequest> of(String pathAndQuery) {
        ImageParameters parameters = ImageParameters.of(pathAndQuery);
        return parameters.text("url").map(url -> new ImageRequest(fileName(url), parameters));
    }

    private static String fileName(String url) {
        String path = url.split("[?#]", 2)[0];
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The test picture that the source names. */
    public Optional<TestPicture> picture() {
        return TestPicture.ofFile(source);
    }

    /** The same request without what the service does not know, such as a nonce. */
    public ImageRequest known() {
        return new ImageRequest(source, parameters.known());
    }

    /** The formats that the answer may have, empty for {@code output=json}. */
    public Set<ImageFormat> formats(ImageFormat input) {
        return switch (output()) {
            case "json" -> Set.of();
            case "tif" -> Set.of(ImageFormat.TIFF);
            case "av1" -> Set.of(ImageFormat.AVIF);
            // Older builds do not know the word and keep the input's format.
            case "jpeg" -> EnumSet.of(input, ImageFormat.JPEG);
            default -> Set.of(ImageFormat.ofLabel(output()).orElse(input));
        };
    }

    /** Whether {@code output} itself decides the format; otherwise the picture does. */
    public boolean namesFormat() {
        return switch (output()) {
            case "tif", "av1", "json" -> true;
            default -> ImageFormat.ofLabel(output()).isPresent();
        };
    }

    private String output() {
        return parameters.text("output").orElse("");
    }

    /** Target width in pixels, before {@code dpr}, of a picture {@code whole} wide. */
    public OptionalInt width(int whole) {
        return side("w", whole);
    }

    public OptionalInt height(int whole) {
        return side("h", whole);
    }

    private OptionalInt side(String name, int whole) {
        Optional<Length> length = parameters.length(name).filter(side -> side.value() > 0);
        return length.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(
                        Math.max(1, (int) Math.round(length.get().of(whole) * devicePixels())));
    }

    /** {@code dpr}, above 0 up to 8; 1 when not given. */
    public double devicePixels() {
        return parameters.number("dpr", Double.MIN_VALUE, 8).orElse(1);
    }

    public Fit fit() {
        return parameters
                .text("fit")
                .flatMap(Fit::ofLabel)
                .or(() -> parameters.text("t").flatMap(Fit::ofOldLabel))
                .orElse(Fit.INSIDE);
    }

    /** Whether a picture smaller than the target keeps its size. */
    public boolean keepsSmall() {
        String old = parameters.has("fit") ? "" : parameters.text("t").orElse("");
        return parameters.flag("we") || old.equals("fit") || old.equals("squaredown");
    }

    public Anchor anchor() {
        return Anchor.of(parameters);
    }

    /** Whether the service itself chooses which part of the picture stays. */
    public boolean choosesWindow() {
        return fit() == Fit.COVER && anchor() instanceof Anchor.Chosen;
    }

    /** Quarter turns clockwise, 0 to 3, when {@code ro} is a multiple of 90. */
    public int quarterTurns() {
        int angle = angle();
        return angle % 90 == 0 ? angle / 90 : 0;
    }

    /** {@code ro} in degrees clockwise, 0 to 359; text that is no number turns by -1 degree. */
    public int angle() {
        if (!parameters.has("ro")) {
            return 0;
        }
        double angle = parameters.number("ro", -MAX_ANGLE, MAX_ANGLE).orElse(-1);
        return Math.floorMod((int) angle, 360);
    }

    /** {@code q} when given within its range. */
    public OptionalInt quality() {
        OptionalDouble quality = parameters.number("q", 1, 100);
        return quality.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of((int) quality.getAsDouble());
    }

    /** Frames of the answer when the source has that many, and the index of the first. */
    public int frames(int available) {
        if (firstFrame(available) > 0) {
            return 1;
        }
        OptionalDouble count = parameters.number("n", -1, 256);
        if (count.isEmpty()) {
            return 1;
        }
        int wanted = (int) count.getAsDouble();
        return wanted < 0 ? available : Math.clamp(wanted, 1, available);
    }

    /** Index of the first frame, from {@code page}. */
    public int firstFrame(int available) {
        return (int) parameters.number("page", 0, available - 1.0).orElse(0);
    }

    /** The crop box in pixels of the resized picture, from {@code cx cy cw ch} or {@code crop}. */
    public Optional<CropBox> crop(int width, int height) {
        return CropBox.of(parameters, width, height);
    }

    /** Whether the answer is a description of the picture, {@code output=json}. */
    public boolean asksForFacts() {
        return output().equals("json");
    }

    /** Whether edges are made soft; any value but 0 that the service cannot use blurs a little. */
    public boolean blurs() {
        return parameters.has("blur") && parameters.number("blur", 0, 0).isEmpty();
    }

    /** Whether colours are changed by a rule that does not keep the mean of a fine pattern. */
    public boolean recolours() {
        return RECOLOURING.stream().anyMatch(parameters::has);
    }

    /**
     * Why the picture that this request should give cannot be computed, one sentence each; empty
     * when it can.
     */
    public List<String> obstacles() {
        Optional<TestPicture> picture = picture();
        if (picture.isEmpty()) {
            return List.of("`" + source + "` is not a picture of the test card");
        }
        return pixels(picture.get()) <= MOST_PIXELS
                ? List.of()
                : List.of("a picture of more than " + MOST_PIXELS + " pixels is not decoded");
    }

    /** Those of the answer, or a few more where the request cuts something off. */
    private double pixels(TestPicture picture) {
        double wider = width(picture.width()).orElse(0) / (double) picture.width();
        double higher = height(picture.height()).orElse(0) / (double) picture.height();
        double scale = wider + higher == 0 ? 1 : Math.max(wider, higher);
        int frames = frames(picture.frames());
        return scale * scale * picture.width() * picture.height() * frames;
    }
}
