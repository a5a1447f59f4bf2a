package weservstatus.image;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.Expectation;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;
import weservstatus.observe.Answer;
import weservstatus.observe.Finding;

/** Judges any picture by the facts that an expectation states. */
record PlainJudgement(Decoder decoder) {
    List<Finding> judge(Expectation.ImageIs wanted, Answer answer) {
        Payload payload = Payload.of(answer);
        Optional<ImageFormat> format = PictureFile.formatOf(payload.bytes());
        List<Finding> findings =
                Oracle.single(Oracle.format(Set.of(wanted.format()), format, payload));
        if (format.isEmpty()) {
            return findings;
        }
        try {
            PictureFacts facts = PictureFile.read(format.get(), payload.bytes());
            facts(wanted, facts, findings);
            packing(wanted.packing(), facts, payload.bytes(), findings);
            List<Raster> frames = decoded(facts, payload.bytes());
            findings.add(Oracle.whole(payload));
            wanted.alpha().ifPresent(alpha -> findings.add(alpha(alpha, facts, frames)));
        } catch (UnreadableException broken) {
            findings.add(Oracle.unreadable(broken));
        }
        return findings;
    }

    private static void facts(
            Expectation.ImageIs wanted, PictureFacts facts, List<Finding> findings) {
        wanted.width().ifPresent(width -> findings.add(Facts.equal("width", width, facts.width())));
        wanted.height()
                .ifPresent(height -> findings.add(Facts.equal("height", height, facts.height())));
        wanted.frames()
                .ifPresent(frames ->
                        findings.add(Facts.equal("frames", frames, facts.frames().size())));
    }

    private static void packing(
            Expectation.Packing wanted, PictureFacts facts, Bytes bytes, List<Finding> findings)
            throws UnreadableException {
        if (!wanted.delays().isEmpty()) {
            List<Integer> delays = facts.frames().stream().map(Frame::delay).toList();
            findings.add(Facts.equal("delays", wanted.delays(), delays));
        }
        if (wanted.orientation().isPresent()) {
            int orientation = Orientation.of(facts.format(), bytes);
            findings.add(Facts.equal("orientation", wanted.orientation().getAsInt(), orientation));
        }
        String rows = facts.format() == ImageFormat.JPEG ? "progressive" : "interlaced";
        wanted.interlaced()
                .ifPresent(
                        is -> findings.add(Facts.equal(rows, is, facts.encoding().interlaced())));
        wanted.lossless()
                .ifPresent(is ->
                        findings.add(Facts.equal("lossless", is, facts.encoding().lossless())));
    }

    /** Whether every pixel has the colour, else where the farthest lies. */
    List<Finding> judge(Expectation.ColourIs wanted, Answer answer) {
        Payload payload = Payload.of(answer);
        Optional<ImageFormat> format = PictureFile.formatOf(payload.bytes());
        if (format.isEmpty()) {
            return List.of(
                    Facts.holds("colour", shown(wanted.colour().argb()), "no picture", false));
        }
        try {
            PictureFacts facts = PictureFile.read(format.get(), payload.bytes());
            return List.of(colour(wanted, decoded(facts, payload.bytes())));
        } catch (UnreadableException broken) {
            return List.of(Oracle.unreadable(broken));
        }
    }

    private static Finding colour(Expectation.ColourIs wanted, List<Raster> frames) {
        int argb = wanted.colour().argb();
        String expected = shown(argb) + (wanted.tolerance() == 0 ? "" : " ±" + wanted.tolerance());
        if (frames.isEmpty()) {
            return Facts.holds("colour", expected, "avif, which is not decoded", false);
        }
        int farthest = argb;
        for (Raster frame : frames) {
            for (int pixel : frame.pixels()) {
                farthest = distance(pixel, argb) > distance(farthest, argb) ? pixel : farthest;
            }
        }
        boolean holds = distance(farthest, argb) <= wanted.tolerance();
        return Facts.holds("colour", expected, "a pixel of " + shown(farthest), holds);
    }

    /** The largest difference of a channel; what is clear has no colour. */
    private static int distance(int one, int other) {
        if (one >>> 24 == 0 && other >>> 24 == 0) {
            return 0;
        }
        int most = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            most = Math.max(most, Math.abs((one >> shift & 255) - (other >> shift & 255)));
        }
        return most;
    }

    private static String shown(int argb) {
        return argb >>> 24 == 255 ? "%06x".formatted(argb & 0xffffff) : "%08x".formatted(argb);
    }

    private List<Raster> decoded(PictureFacts facts, Bytes bytes) throws UnreadableException {
        if (facts.pixels() > ImageRequest.MOST_PIXELS) {
            throw new UnreadableException(
                    "too large to decode: %dx%d, %d frames"
                            .formatted(facts.width(), facts.height(), facts.frames().size()));
        }
        return facts.format() == ImageFormat.AVIF ? List.of() : decoder.frames(facts, bytes);
    }

    /**
     * Transparency is asked of the file; its absence also holds for a channel that hides nothing.
     */
    private static Finding alpha(boolean wanted, PictureFacts facts, List<Raster> frames) {
        boolean clear =
                frames.isEmpty() ? facts.alpha() : frames.stream().anyMatch(Raster::transparent);
        boolean actual = wanted ? facts.alpha() : clear;
        return Facts.equal("alpha", wanted ? "yes" : "no", actual ? "yes" : "no");
    }
}
