package weservstatus.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The parameters of the image service, each under the name in a request. A check proves one when
 * its request says it, with another value than the one that holds without it, and when the answer
 * is held against what the parameter changes.
 */
public enum Parameter {
    URL("url", Proof.ANY),
    W("w", Proof.PICTURE),
    WIDTH("width", Proof.PICTURE),
    H("h", Proof.PICTURE),
    HEIGHT("height", Proof.PICTURE),
    DPR("dpr", Proof.PICTURE, "1"),
    FIT("fit", Proof.PICTURE, "inside"),
    T("t", Proof.PICTURE, "fitup"),
    CBG("cbg", Proof.PICTURE),
    WE("we", Proof.PICTURE),
    A("a", Proof.PICTURE, "center"),
    ALIGN("align", Proof.PICTURE, "center"),
    FPX("fpx", Proof.PICTURE, "0.5"),
    FPY("fpy", Proof.PICTURE, "0.5"),
    CX("cx", Proof.PICTURE, "0"),
    CY("cy", Proof.PICTURE, "0"),
    CW("cw", Proof.PICTURE),
    CH("ch", Proof.PICTURE),
    CROP("crop", Proof.PICTURE),
    PRECROP("precrop", Proof.PICTURE),
    TRIM("trim", Proof.PICTURE),
    TBG("tbg", Proof.PICTURE, Standing.DIFFERS),
    MASK("mask", Proof.PICTURE),
    SHAPE("shape", Proof.PICTURE),
    MTRIM("mtrim", Proof.PICTURE),
    STRIM("strim", Proof.PICTURE),
    MBG("mbg", Proof.PICTURE),
    RO("ro", Proof.PICTURE, "0"),
    OR("or", Proof.PICTURE, "0"),
    RBG("rbg", Proof.PICTURE),
    FLIP("flip", Proof.PICTURE),
    FLOP("flop", Proof.PICTURE),
    BG("bg", Proof.PICTURE),
    BLUR("blur", Proof.PICTURE),
    SHARP("sharp", Proof.PICTURE),
    SHARPF("sharpf", Proof.PICTURE),
    SHARPJ("sharpj", Proof.PICTURE),
    CON("con", Proof.PICTURE),
    GAM("gam", Proof.PICTURE),
    MOD("mod", Proof.PICTURE),
    SAT("sat", Proof.PICTURE, "1"),
    HUE("hue", Proof.PICTURE, "0"),
    BRI("bri", Proof.PICTURE, Standing.DIFFERS),
    FILT("filt", Proof.PICTURE),
    START("start", Proof.PICTURE),
    STOP("stop", Proof.PICTURE),
    TINT("tint", Proof.PICTURE),
    OUTPUT("output", Proof.PICTURE_OR_JSON),
    Q("q", Proof.PICTURE, "80"),
    QUALITY("quality", Proof.PICTURE, "80"),
    L("l", Proof.PICTURE, "6"),
    LEVEL("level", Proof.PICTURE, "6"),
    AF("af", Proof.PICTURE),
    IL("il", Proof.PICTURE),
    LL("ll", Proof.PICTURE),
    LOSSLESS("lossless", Proof.PICTURE),
    N("n", Proof.PICTURE_OR_JSON, "1"),
    PAGES("pages", Proof.PICTURE_OR_JSON, "1"),
    PAGE("page", Proof.PICTURE_OR_JSON, "0"),
    LOOP("loop", Proof.PICTURE, Standing.UNDOCUMENTED),
    DELAY("delay", Proof.PICTURE, Standing.UNDOCUMENTED),
    FSOL("fsol", Proof.PICTURE, Standing.UNDOCUMENTED),
    ENCODING("encoding", Proof.CONTENT_TYPE),
    MAXAGE("maxage", Proof.CACHE_CONTROL),
    FILENAME("filename", Proof.CONTENT_DISPOSITION),
    DEFAULT("default", Proof.REDIRECT),
    ERRORREDIRECT("errorredirect", Proof.REDIRECT);

    /** What is known of it. */
    public enum Standing {
        /** Documented, and every version of the service does the same. */
        DOCUMENTED,
        /** Versions of the service differ in it, so that no one answer is the right one. */
        DIFFERS,
        /** Read by the service, but promised to nobody. */
        UNDOCUMENTED
    }

    /** What must be looked at to see that the service heeds it. */
    private enum Proof {
        ANY,
        PICTURE,
        PICTURE_OR_JSON,
        CONTENT_TYPE,
        CACHE_CONTROL,
        CONTENT_DISPOSITION,
        REDIRECT
    }

    /** The processing reads these, and cares about case; the web server in front reads the rest. */
    private static final Set<Proof> OF_THE_PICTURE = Set.of(Proof.PICTURE, Proof.PICTURE_OR_JSON);

    private static final Set<String> COLOURS =
            Set.of("con", "gam", "mod", "sat", "hue", "bri", "filt", "start", "stop", "tint", "bg");

    private final String label;
    private final Proof proof;
    private final String usual;
    private final Standing standing;

    Parameter(String label, Proof proof) {
        this(label, proof, "", Standing.DOCUMENTED);
    }

    Parameter(String label, Proof proof, String usual) {
        this(label, proof, usual, Standing.DOCUMENTED);
    }

    Parameter(String label, Proof proof, Standing standing) {
        this(label, proof, "", standing);
    }

    Parameter(String label, Proof proof, String usual, Standing standing) {
        this.label = label;
        this.proof = proof;
        this.usual = usual;
        this.standing = standing;
    }

    /** The name in a request. */
    public String label() {
        return label;
    }

    public Standing standing() {
        return standing;
    }

    /** Whether a request with this path and query, judged by these expectations, proves it. */
    public boolean isProvenBy(String pathAndQuery, List<Expectation> expectations) {
        return isSaidIn(pathAndQuery) && expectations.stream().anyMatch(this::isSeenBy);
    }

    /** Whether the request gives it a value that changes something. */
    public boolean isSaidIn(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        return mark >= 0
                && Arrays.stream(pathAndQuery.substring(mark + 1).split("&", -1))
                        .anyMatch(this::isSaidBy);
    }

    private boolean isSaidBy(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        boolean named =
                OF_THE_PICTURE.contains(proof)
                        ? name.equals(label)
                        : name.toLowerCase(Locale.ROOT).equals(label);
        return named && (usual.isEmpty() || !value.equals(usual));
    }

    private boolean isSeenBy(Expectation expectation) {
        boolean picture =
                expectation instanceof Expectation.CardAsRequested
                        || (expectation instanceof Expectation.ColourIs && changesColours());
        return switch (proof) {
            case ANY -> true;
            case PICTURE -> picture;
            case PICTURE_OR_JSON -> picture || expectation instanceof Expectation.JsonEquals;
            case CONTENT_TYPE -> looksAt(expectation, "Content-Type");
            case CACHE_CONTROL -> looksAt(expectation, "Cache-Control");
            case CONTENT_DISPOSITION -> looksAt(expectation, "Content-Disposition");
            case REDIRECT ->
                    expectation instanceof Expectation.RedirectsTo
                            || looksAt(expectation, "Location");
        };
    }

    /** Those that show in a picture of one colour. */
    private boolean changesColours() {
        return COLOURS.contains(label);
    }

    private static boolean looksAt(Expectation expectation, String header) {
        return switch (expectation) {
            case Expectation.HeaderEquals equals -> equals.name().equalsIgnoreCase(header);
            case Expectation.HeaderMatches matches -> matches.name().equalsIgnoreCase(header);
            default -> false;
        };
    }
}
