package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.ImageFormat;
import weservstatus.observe.Answer;
import weservstatus.observe.Finding;

/**
 * Judges an answer against the computed picture: format, file, size, frames, alpha, encoding and
 * colours.
 */
record CardJudgement(Question question, ExpectedPictures pictures, Decoder decoder) {
    private static final Finding UNPROVEN =
            Finding.unproven(
                    "colours of the card",
                    "AVIF is not decoded here, only the structure is proven");

    List<Finding> judge(Answer answer) {
        try {
            return judge(base64() ? Payload.ofDataAddress(answer) : Payload.of(answer));
        } catch (UnreadableException noPicture) {
            return List.of(Oracle.unreadable(noPicture));
        }
    }

    private boolean base64() {
        return question.packing().parameters().text("encoding").orElse("").equals("base64");
    }

    private List<Finding> judge(Payload payload) {
        Optional<ImageFormat> format = PictureFile.formatOf(payload.bytes());
        if (format.isEmpty()) {
            return Oracle.single(
                    Oracle.format(pictures.drawn(question).formats(), format, payload));
        }
        List<Finding> findings = new ArrayList<>();
        try {
            PictureFacts facts = PictureFile.read(format.get(), payload.bytes());
            Prepared wanted =
                    pictures.prepared(question, format.get(), facts.encoding().lossless());
            findings.add(Oracle.format(wanted.formats(), format, payload));
            boolean comparable = facts(facts, wanted, findings);
            if (wanted.frames() > 1) {
                findings.add(loops(format.get(), payload.bytes()));
            }
            findings.addAll(EncodingJudgement.of(question.packing(), facts, payload.bytes()));
            if (format.get() == ImageFormat.AVIF) {
                findings.add(UNPROVEN);
            } else if (comparable) {
                findings.add(colours(facts, payload.bytes(), wanted));
            }
            findings.add(Oracle.whole(payload));
        } catch (UnreadableException broken) {
            if (findings.isEmpty()) {
                Set<ImageFormat> formats = pictures.drawn(question).formats();
                findings.add(Oracle.format(formats, format, payload));
            }
            findings.add(Oracle.unreadable(broken));
        }
        return findings;
    }

    /** Adds size, frames and alpha; true when the pixels can be compared at all. */
    private boolean facts(PictureFacts facts, Prepared wanted, List<Finding> findings) {
        boolean sized = wanted.width() == facts.width() && wanted.height() == facts.height();
        findings.add(Oracle.size(wanted.width(), wanted.height(), facts, hint(facts, wanted)));
        boolean counted = wanted.frames() == facts.frames().size();
        findings.add(
                Facts.holds(
                        "frames",
                        String.valueOf(wanted.frames()),
                        String.valueOf(facts.frames().size()),
                        counted));
        if (counted && wanted.frames() > 1) {
            findings.add(delays(facts));
        }
        findings.add(
                Facts.holds(
                        "alpha",
                        wanted.clear() ? "yes" : "no",
                        facts.alpha() ? "yes" : "no",
                        facts.alpha() || !wanted.clear()));
        return sized && counted;
    }

    private Finding delays(PictureFacts facts) {
        boolean own = question.request().parameters().has("delay");
        List<Integer> delays = facts.frames().stream().map(Frame::delay).distinct().toList();
        return Facts.holds(
                "delays",
                own ? "any" : TestRasters.FRAME_DELAY + " ms",
                delays + " ms",
                own || delays.equals(List.of(TestRasters.FRAME_DELAY)));
    }

    private Finding loops(ImageFormat format, Bytes bytes) throws UnreadableException {
        boolean own = question.request().parameters().has("loop");
        int loops = Loops.of(format, bytes);
        return Facts.holds(
                "plays",
                own ? "any" : "for ever",
                loops == 0 ? "for ever" : loops + " times",
                own || loops == 0);
    }

    private String hint(PictureFacts facts, Prepared wanted) {
        boolean untouched =
                facts.width() == question.source().width()
                        && facts.height() == question.source().height();
        boolean turned = facts.width() == wanted.height() && facts.height() == wanted.width();
        return untouched
                ? " (the size of the source: nothing was done to it)"
                : turned ? " (lying on its side)" : "";
    }

    private Finding colours(PictureFacts facts, Bytes bytes, Prepared wanted)
            throws UnreadableException {
        List<Raster> shown = decoder.frames(facts, bytes);
        for (int i = 0; i < wanted.frames(); i++) {
            Raster actual = shown.get(i);
            if (actual.width() != wanted.width() || actual.height() != wanted.height()) {
                throw new UnreadableException("damaged: decodes to another size than it says");
            }
            Optional<String> difference =
                    question.request().choosesWindow()
                            ? inAnyWindow(facts, actual, i)
                            : difference(facts, actual, wanted.yardsticks().get(i), i);
            if (difference.isPresent()) {
                String which = wanted.frames() > 1 ? "colours of frame " + (i + 1) : "colours";
                return Facts.wrong(
                        "colours",
                        "of the card",
                        difference.get(),
                        which + ": " + difference.get());
            }
        }
        return Facts.holds("colours", "of the card", "as computed", true);
    }

    /** In words; the picture is computed again, for it is needed only when something is wrong. */
    private Optional<String> difference(
            PictureFacts facts, Raster actual, Yardstick yardstick, int frame) {
        return Comparison.of(yardstick, actual)
                .map(mismatch -> {
                    Raster expected = pictures.drawn(question).framesAs(facts.format()).get(frame);
                    Raster whole = pictures.whole(question.source());
                    return Diagnosis.of(expected, actual, whole, mismatch);
                });
    }

    /** Where the service chooses, any window is right but the middle, which it has by default. */
    private Optional<String> inAnyWindow(PictureFacts facts, Raster actual, int frame) {
        Expected expected = pictures.drawn(question);
        Raster uncut = expected.uncut().get(frame);
        Windows.Window window = Windows.closest(uncut, actual);
        if (window.middle()) {
            return Optional.of("the middle is kept: `a` was not heeded");
        }
        Tolerance tolerance = expected.tolerance(facts.format(), facts.encoding().lossless());
        Raster wanted = window.picture();
        return Comparison.of(wanted, actual, tolerance)
                .map(mismatch ->
                        Diagnosis.of(wanted, actual, pictures.whole(question.source()), mismatch));
    }
}
