package weservstatus.image;

import java.util.List;
import java.util.Optional;
import weservstatus.check.ImageFormat;
import weservstatus.observe.Answer;
import weservstatus.observe.Finding;

/**
 * Judges an answer against the computed picture: format, file, size, frames, alpha, encoding and
 * colours.
 *
 * @param whole the source before anything was done to it
 */
record CardJudgement(Expected expected, Raster whole, Decoder decoder) {

    List<Finding> judge(Answer answer) {
        try {
            boolean text =
                    expected.request().parameters().text("encoding").orElse("").equals("base64");
            return judge(text ? Payload.ofDataAddress(answer) : Payload.of(answer));
        } catch (UnreadableException noPicture) {
            return List.of(Oracle.unreadable(noPicture));
        }
    }

    private List<Finding> judge(Payload payload) {
        Optional<ImageFormat> format = PictureFile.formatOf(payload.bytes());
        List<Finding> findings = Oracle.single(Oracle.format(expected.formats(), format, payload));
        if (format.isEmpty()) {
            return findings;
        }
        try {
            PictureFacts facts = PictureFile.read(format.get(), payload.bytes());
            List<Raster> frames = expected.framesAs(format.get());
            boolean comparable = facts(facts, frames, findings);
            findings.addAll(EncodingJudgement.of(expected.request(), facts, payload.bytes()));
            if (comparable && format.get() != ImageFormat.AVIF) {
                findings.add(colours(facts, payload.bytes(), frames));
            }
            findings.add(Oracle.whole(payload));
        } catch (UnreadableException broken) {
            findings.add(Oracle.unreadable(broken));
        }
        return findings;
    }

    /** Adds size, frames and alpha; true when the pixels can be compared at all. */
    private boolean facts(PictureFacts facts, List<Raster> frames, List<Finding> findings) {
        Raster first = frames.getFirst();
        boolean sized = first.width() == facts.width() && first.height() == facts.height();
        findings.add(Oracle.size(first.width(), first.height(), facts, hint(facts)));
        boolean counted = frames.size() == facts.frames().size();
        findings.add(
                Facts.holds(
                        "frames",
                        String.valueOf(frames.size()),
                        String.valueOf(facts.frames().size()),
                        counted));
        if (counted && frames.size() > 1) {
            findings.add(delays(facts));
        }
        boolean clear = frames.stream().anyMatch(Raster::transparent);
        findings.add(
                Facts.holds(
                        "alpha",
                        clear ? "yes" : "no",
                        facts.alpha() ? "yes" : "no",
                        facts.alpha() || !clear));
        return sized && counted;
    }

    private Finding delays(PictureFacts facts) {
        boolean own = expected.request().parameters().has("delay");
        List<Integer> delays = facts.frames().stream().map(Frame::delay).distinct().toList();
        return Facts.holds(
                "delays",
                own ? "any" : TestRasters.FRAME_DELAY + " ms",
                delays + " ms",
                own || delays.equals(List.of(TestRasters.FRAME_DELAY)));
    }

    private String hint(PictureFacts facts) {
        boolean untouched = facts.width() == whole.width() && facts.height() == whole.height();
        Raster frame = expected.frames().getFirst();
        boolean turned = facts.width() == frame.height() && facts.height() == frame.width();
        return untouched
                ? " (the size of the source: nothing was done to it)"
                : turned ? " (lying on its side)" : "";
    }

    private Finding colours(PictureFacts facts, Bytes bytes, List<Raster> frames)
            throws UnreadableException {
        List<Raster> shown = decoder.frames(facts, bytes);
        Tolerance tolerance = expected.tolerance(facts.format(), facts.encoding().lossless());
        for (int i = 0; i < frames.size(); i++) {
            Raster actual = shown.get(i);
            Raster wanted = frames.get(i);
            if (actual.width() != wanted.width() || actual.height() != wanted.height()) {
                throw new UnreadableException("damaged: decodes to another size than it says");
            }
            if (!expected.uncut().isEmpty()) {
                wanted = Windows.closest(expected.uncut().get(i), actual);
            }
            Optional<Mismatch> mismatch = Comparison.of(wanted, actual, tolerance);
            if (mismatch.isPresent()) {
                String what = Diagnosis.of(wanted, actual, whole, mismatch.get());
                String which = frames.size() > 1 ? "colours of frame " + (i + 1) : "colours";
                return Facts.wrong("colours", "of the card", what, which + ": " + what);
            }
        }
        return Facts.holds("colours", "of the card", "as computed", true);
    }
}
