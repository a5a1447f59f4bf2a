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
