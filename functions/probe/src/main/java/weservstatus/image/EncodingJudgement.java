package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;
import weservstatus.observe.Finding;

/**
 * Judges how the picture is packed, where the request asks for it or where it can be much worse.
 */
final class EncodingJudgement {
    /**
     * Without {@code q} the owner of the service chooses, by default 80. From here down people see
     * it: 80 may become 65 silently, not 50.
     */
    private static final double LEAST_USUAL = 57;

    private EncodingJudgement() {}

    static List<Finding> of(ImageRequest request, PictureFacts facts, Bytes bytes)
            throws UnreadableException {
        List<Finding> findings = new ArrayList<>();
        ImageFormat format = facts.format();
        findings.add(Facts.equal("orientation", 1, Orientation.of(format, bytes)));
        QualityScale.of(facts).ifPresent(found -> findings.add(quality(request, found)));
        if (request.parameters().flag("ll") && format == ImageFormat.TIFF) {
            findings.add(Finding.of(Trait.LOSSLESS_TIFF.seen(facts.encoding().lossless())));
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
        boolean plain = format == ImageFormat.PNG && !facts.encoding().interlaced();
        if (plain && request.parameters().flag("af")) {
            findings.add(Facts.equal("filtered rows", true, PngRows.areFiltered(bytes)));
        }
        return findings;
    }

    private static Finding quality(ImageRequest request, QualityScale found) {
        String shown = String.format(Locale.ROOT, "about %.0f", found.quality());
        OptionalInt asked = request.quality();
        return asked.isPresent()
                ? Facts.holds(
                        "quality",
                        String.valueOf(asked.getAsInt()),
                        shown,
                        found.agrees(asked.getAsInt()))
                : Facts.holds(
                        "quality",
                        "%.0f or better".formatted(LEAST_USUAL),
                        shown,
                        found.quality() >= LEAST_USUAL);
    }
}
