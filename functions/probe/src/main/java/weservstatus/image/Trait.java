package weservstatus.image;

import weservstatus.check.Fit;
import weservstatus.check.ImageRequest;
import weservstatus.check.TestPicture;
import weservstatus.observe.Variant;

/**
 * A behaviour in which honest builds of the service differ: in either way it is no fault, only a
 * change is news.
 */
enum Trait {
    BARE_TRIM("trim without a value", "changes nothing", "cuts like trim=10"),
    TRIM_COLOUR("tbg", "ignored", "the border's colour"),
    BRIGHTNESS("bri", "is added", "multiplies like mod"),
    TINT("lightness under tint", "as in CIELAB", "weighed otherwise"),
    LAYERS("half-transparent bg", "added to the picture", "blended with the picture"),
    BOXED_TURN("ro in a box", "turned after the fitting", "fitted after the turn"),
    PAST_THE_END("page past the end", "refused", "the first page"),
    JPEG_WORD("output=jpeg", "keeps the input's format", "answered with jpg"),
    JXL("output=jxl", "keeps the input's format", "answered with jxl"),
    LOSSLESS_TIFF("ll for tiff", "ignored", "lossless"),
    PALETTE_FACT("isPalette in output=json", "absent", "present");

    private final String label;
    private final String measured;
    private final String later;

    /**
     * @param measured what the recorded build does
     * @param later what other builds do, as documented or by their source
     */
    Trait(String label, String measured, String later) {
        this.label = label;
        this.measured = measured;
        this.later = later;
    }

    /** What was seen, for the calibration. */
    Variant seen(boolean asLater) {
        return new Variant(label, asLater ? later : measured);
    }

    /** Whether the computed picture depends on it. */
    boolean shapes(ImageRequest request, TestPicture source) {
        return switch (this) {
            case BARE_TRIM -> request.parameters().text("trim").filter(String::isEmpty).isPresent();
            case TRIM_COLOUR -> request.parameters().colour("tbg").isPresent() && trims(request);
            case BRIGHTNESS -> request.parameters().number("bri", -100, 100).orElse(0) != 0;
            case TINT -> request.parameters().colour("tint").isPresent();
            case LAYERS ->
                    request.parameters()
                            .colour("bg")
                            .filter(colour -> !colour.opaque() && colour.alpha() > 0)
                            .isPresent();
            case BOXED_TURN -> request.quarterTurns() % 2 == 1 && boxed(request);
            case PAST_THE_END, JPEG_WORD, JXL, LOSSLESS_TIFF, PALETTE_FACT -> false;
        };
    }

    private static boolean trims(ImageRequest request) {
        return request.parameters().has("trim");
    }

    private static boolean boxed(ImageRequest request) {
        return request.fit() != Fit.FILL
                && request.parameters().length("w").isPresent()
                && request.parameters().length("h").isPresent();
    }
}
