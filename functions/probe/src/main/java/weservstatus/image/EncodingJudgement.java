package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;
import weservstatus.observe.Finding;

/**
 * Judges how the picture is packed, where the request asks for it or where it can be much worse.
 */
final class EncodingJudgement {
    /** Mean of the standard luminance table of JPEG at quality 50 (ITU-T T.81, table K.1). */
    private static final double STANDARD_MEAN = 57.6;

    /** From here on people see it: 80 may become 65 silently, not 50. */
    private static final double MUCH = 2;

    private EncodingJudgement() {}

    static List<Finding> of(ImageRequest request, PictureFacts facts, Bytes bytes)
            throws UnreadableException {
        List<Finding> findings = new ArrayList<>();
        ImageFormat format = facts.format();
        if (format == ImageFormat.JPEG) {
            findings.add(quality(request, facts.encoding()));
        }
        if (request.parameters().flag("il")
                && (format == ImageFormat.JPEG || format == ImageFormat.PNG)) {
            findings.add(Facts.equal("interlaced", true, facts.encoding().interlaced()));
        }
        if (request.parameters().flag("ll") && format == ImageFormat.WEBP) {
            findings.add(Facts.equal("lossless", true, facts.encoding().lossless()));
        }
        if (format == ImageFormat.PNG && request.parameters().number("l", 0, 0).isPresent()) {
            long raw = 3L * facts.width() * facts.height();
            findings.add(
                    Facts.holds(
                            "compression",
                            "none",
                            bytes.length() + " bytes",
                            bytes.length() >= raw));
        }
        return findings;
    }

    /** Judged by the mean quantiser, so other tables of the same strength are as good. */
    private static Finding quality(ImageRequest request, Encoding encoding) {
        int asked = request.quality().orElse(Tolerance.usualQuality());
        double wanted = Math.max(1, STANDARD_MEAN * Math.min(5, Tolerance.coarseness(asked)));
        double actual = encoding.coarseness().orElse(255);
        boolean tooCoarse = actual > MUCH * wanted + 2;
        // Finer than asked is no loss, but shows that the parameter was not heeded.
        boolean tooFine = request.quality().isPresent() && actual * MUCH + 2 < wanted;
        String shown = String.format(Locale.ROOT, "mean quantiser %.1f", actual);
        String expected =
                String.format(Locale.ROOT, "about %d (mean quantiser %.1f)", asked, wanted);
        return Facts.holds("quality", expected, shown, !tooCoarse && !tooFine);
    }
}
