package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;
import weservstatus.check.Likeness;
import weservstatus.observe.Answer;
import weservstatus.observe.Asked;
import weservstatus.observe.Finding;

/** Judges the picture of one request, mostly beside that of another. */
record LikenessJudgement(ExpectedPictures pictures, Decoder decoder) {

    /** A picture with its pixels. */
    private record Shown(PictureFacts facts, List<Raster> frames) {
        String size() {
            return facts.width() + "x" + facts.height();
        }
    }

    List<Finding> judge(Likeness likeness, Asked here, Asked other) {
        try {
            return switch (likeness) {
                case Likeness.Whole _ -> List.of(whole(here.answer()));
                case Likeness.SameAs is -> same(is, here, other);
                case Likeness.OtherThan is -> differs(is, here, other);
                case Likeness.HalfOf is -> halved(is, here, other);
                case Likeness.FactsOf is -> facts(is, here, other);
                case Likeness.CardOf _ -> card(here, other);
            };
        } catch (UnreadableException broken) {
            return List.of(Oracle.unreadable(broken));
        }
    }

    private Finding whole(Answer answer) throws UnreadableException {
        PictureFacts facts = measured(answer);
        if (facts.format() != ImageFormat.AVIF) {
            decoded(facts, answer);
        }
        return Facts.holds(
                "file",
                "whole",
                facts.format().label() + ", " + facts.width() + "x" + facts.height() + ", whole",
                true);
    }

    private List<Finding> same(Likeness.SameAs is, Asked here, Asked other)
            throws UnreadableException {
        Shown mine = shown(here.answer());
        Shown theirs = shown(other.answer());
        List<Finding> findings = sizes(is.step(), mine, theirs);
        if (comparable(mine, theirs)) {
            int different = PixelCount.different(mine.frames(), theirs.frames(), 0);
            findings.add(
                    Facts.holds(
                            "pixels",
                            "of step " + is.step(),
                            different == 0 ? "the same" : different + " pixels differ",
                            different == 0));
        }
        return findings;
    }

    private List<Finding> differs(Likeness.OtherThan is, Asked here, Asked other)
            throws UnreadableException {
        Shown mine = shown(here.answer());
        Shown theirs = shown(other.answer());
        List<Finding> findings = sizes(is.step(), mine, theirs);
        if (comparable(mine, theirs)) {
            int visible = PixelCount.different(mine.frames(), theirs.frames(), PixelCount.VISIBLE);
            boolean other100th = visible * 100L >= mine.facts().pixels();
            findings.add(
                    Facts.holds(
                            "pixels",
                            "other than those of step " + is.step(),
                            visible + " pixels differ",
                            other100th));
        }
        return findings;
    }

    private static boolean comparable(Shown mine, Shown theirs) {
        return mine.size().equals(theirs.size()) && mine.frames().size() == theirs.frames().size();
    }

    private static List<Finding> sizes(String step, Shown mine, Shown theirs) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Facts.equal("size as of step " + step, theirs.size(), mine.size()));
        findings.add(
                Facts.equal(
                        "frames as of step " + step, theirs.frames().size(), mine.frames().size()));
        return findings;
    }

    private List<Finding> halved(Likeness.HalfOf is, Asked here, Asked other)
            throws UnreadableException {
        Raster mine = shown(here.answer()).frames().getFirst();
        Raster theirs = shown(other.answer()).frames().getFirst();
        String expected = (theirs.width() + 1) / 2 + "x" + (theirs.height() + 1) / 2;
        String actual = mine.width() + "x" + mine.height();
        List<Finding> findings = new ArrayList<>();
        findings.add(Facts.equal("size half of step " + is.step(), expected, actual));
        if (!expected.equals(actual)) {
            return findings;
        }
        Optional<Expected> computed = Question.of(here.path()).map(pictures::drawn);
        if (computed.isEmpty()) {
            findings.add(notComputed());
            return findings;
        }
        Raster wanted = Resampling.resize(theirs, mine.width(), mine.height());
        PictureFacts facts = measured(here.answer());
        Tolerance tolerance = computed.get().tolerance(facts.format(), facts.encoding().lossless());
        Optional<Mismatch> mismatch = Comparison.of(wanted, mine, tolerance);
        findings.add(
                Facts.holds(
                        "pixels",
                        "of step " + is.step() + ", halved",
                        mismatch.map(found -> Diagnosis.of(wanted, mine, theirs, found))
                                .orElse("the same but for rounding"),
                        mismatch.isEmpty()));
        return findings;
    }

    private List<Finding> facts(Likeness.FactsOf is, Asked here, Asked other)
            throws UnreadableException {
        return ToldFacts.of(here.answer()).compare(is.step(), shown(other.answer()).facts());
    }

    private List<Finding> card(Asked here, Asked other) {
        Optional<Question> first = Question.of(other.path());
        Optional<ImageRequest> again = ImageRequest.of(here.path());
        if (first.isEmpty() || again.isEmpty()) {
            return List.of(notComputed());
        }
        Question readBack = first.get().readBackBy(again.get());
        return new CardJudgement(readBack, pictures, decoder).judge(here.answer());
    }

    private static Finding notComputed() {
        return Facts.wrong(
                "card",
                "of a step",
                "not judged",
                "cannot be computed: no test card was asked for");
    }

    private Shown shown(Answer answer) throws UnreadableException {
        PictureFacts facts = measured(answer);
        if (facts.format() == ImageFormat.AVIF) {
            throw new UnreadableException("AVIF, whose pixels are not decoded here");
        }
        return new Shown(facts, decoded(facts, answer));
    }

    private List<Raster> decoded(PictureFacts facts, Answer answer) throws UnreadableException {
        if (facts.pixels() > ImageRequest.MOST_PIXELS) {
            throw new UnreadableException("too large to decode");
        }
        return decoder.frames(facts, new Bytes(answer.body()));
    }

    private static PictureFacts measured(Answer answer) throws UnreadableException {
        Bytes bytes = new Bytes(answer.body());
        ImageFormat format =
                PictureFile.formatOf(bytes)
                        .orElseThrow(() ->
                                new UnreadableException(
                                        "no picture but %s, status %d"
                                                .formatted(answer.mediaType(), answer.status())));
        if (!format.mediaType().equals(answer.mediaType())) {
            throw new UnreadableException(
                    "a picture of format %s called `%s`"
                            .formatted(format.label(), answer.mediaType()));
        }
        return PictureFile.read(format, bytes);
    }
}
