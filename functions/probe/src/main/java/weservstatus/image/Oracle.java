package weservstatus.image;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.Check;
import weservstatus.check.Expectation;
import weservstatus.check.Expectation.CardAsRequested;
import weservstatus.check.HttpCheck;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;
import weservstatus.check.JourneyCheck;
import weservstatus.check.Likeness;
import weservstatus.check.PlainCheck;
import weservstatus.check.TestPicture;
import weservstatus.observe.Answer;
import weservstatus.observe.Asked;
import weservstatus.observe.Finding;
import weservstatus.observe.Proof;

/**
 * Tells whether the picture in an answer is the one that was asked for. Whatever the bytes are, it
 * answers with findings, never with an exception, and within bounded time and memory: pictures are
 * measured before they are decoded and decoded one at a time.
 *
 * <p>Safe for use by many threads.
 */
public final class Oracle {
    private static final Duration DECODING_LIMIT = Duration.ofSeconds(3);

    private final ExpectedPictures pictures;
    private final Decoder decoder;

    public Oracle() {
        this(Card.load());
    }

    /** With another card in place of the one that is shipped. */
    public Oracle(Card card) {
        this(card, new BoundedDecoder(new PixelDecoder(), DECODING_LIMIT));
    }

    Oracle(Decoder decoder) {
        this(Card.load(), decoder);
    }

    private Oracle(Card card, Decoder decoder) {
        this.pictures = new ExpectedPictures(new TestRasters(card));
        this.decoder = decoder;
    }

    /** The frames of a test picture as its origin must serve them, one for a still. */
    public List<BufferedImage> source(TestPicture picture) {
        return pictures.frames(picture).stream().map(Raster::image).toList();
    }

    /**
     * One finding for each fact of the picture.
     *
     * @param expectation {@link Expectation.ImageIs}, {@link Expectation.ColourIs} or {@link
     *     Expectation.CardAsRequested}
     * @throws IllegalArgumentException for any other expectation, which is not about a picture
     */
    public List<Finding> judge(HttpCheck check, Expectation expectation, Answer answer) {
        return switch (expectation) {
            case Expectation.ImageIs wanted -> new PlainJudgement(decoder).judge(wanted, answer);
            case Expectation.ColourIs wanted -> new PlainJudgement(decoder).judge(wanted, answer);
            case Expectation.CardAsRequested ignored -> card(check.path(), answer);
            case Expectation.StatusIs other -> throw notAPicture(other);
            case Expectation.HeaderEquals other -> throw notAPicture(other);
            case Expectation.HeaderMatches other -> throw notAPicture(other);
            case Expectation.HeaderNever other -> throw notAPicture(other);
            case Expectation.HeaderAbsent other -> throw notAPicture(other);
            case Expectation.BodyContains other -> throw notAPicture(other);
            case Expectation.JsonEquals other -> throw notAPicture(other);
            case Expectation.ErrorIs other -> throw notAPicture(other);
            case Expectation.Within other -> throw notAPicture(other);
            case Expectation.BodySize other -> throw notAPicture(other);
            case Expectation.AddressRefused other -> throw notAPicture(other);
            case Expectation.FromCache other -> throw notAPicture(other);
            case Expectation.NotStale other -> throw notAPicture(other);
            case Expectation.RedirectsTo other -> throw notAPicture(other);
            case Expectation.CertificateLasts other -> throw notAPicture(other);
        };
    }

    /**
     * For people: what the check computes beside what came beside their difference, as PNG. Absent
     * where the check computes no picture, or none came that can be decoded.
     */
    public Optional<byte[]> difference(Check check, Answer answer) {
        return switch (check) {
            case HttpCheck http when http.expectations().contains(new CardAsRequested()) ->
                    Question.of(http.path())
                            .map(pictures::drawn)
                            .flatMap(expected -> new Differences(expected, decoder).of(answer));
            // Each picture of a journey would need its own step.
            case HttpCheck _, JourneyCheck _, PlainCheck _ -> Optional.empty();
        };
    }

    /**
     * For people: a good answer's picture and the one that the check computes, as the build at hand
     * reads its request. Absent where the check computes none or the answer has none.
     */
    public Optional<Proof> proof(Check check, Answer answer) {
        return switch (check) {
            case HttpCheck http when http.expectations().contains(new CardAsRequested()) ->
                    Question.of(http.path())
                            .filter(question -> !question.request().asksForFacts())
                            .flatMap(question -> fitting(question, answer))
                            .flatMap(question ->
                                    new Twins(pictures.drawn(question), decoder).of(answer));
            case HttpCheck _, JourneyCheck _, PlainCheck _ -> Optional.empty();
        };
    }

    private Optional<Question> fitting(Question measured, Answer answer) {
        ImageRequest request = measured.request();
        return Dialect.of(request, measured.source()).stream()
                .map(dialect -> new Question(request, measured.source(), dialect))
                .filter(question ->
                        judged(question, answer).stream().allMatch(f -> f.failure().isEmpty()))
                .findFirst();
    }

    /**
     * The picture of one request beside that of another.
     *
     * @param other the same as {@code here} where the likeness names no other step
     */
    public List<Finding> compare(Likeness likeness, Asked here, Asked other) {
        return new LikenessJudgement(pictures, decoder).judge(likeness, here, other);
    }

    private static IllegalArgumentException notAPicture(Expectation other) {
        return new IllegalArgumentException(other + " is not about a picture");
    }

    private List<Finding> card(String path, Answer answer) {
        Optional<ImageRequest> request = ImageRequest.of(path);
        Optional<TestPicture> source = request.flatMap(ImageRequest::picture);
        if (request.isEmpty() || source.isEmpty()) {
            String why =
                    request.map(asked -> String.join("; ", asked.obstacles()))
                            .orElse("the request has no `url`");
            return List.of(
                    Facts.wrong(
                            "card", "as requested", "not judged", "cannot be computed: " + why));
        }
        return inAnyDialect(request.get(), source.get(), answer);
    }

    /** The recorded build's answer comes first; if no dialect fits, its complaints stand. */
    private List<Finding> inAnyDialect(ImageRequest request, TestPicture source, Answer answer) {
        List<Finding> first = List.of();
        for (Dialect dialect : Dialect.of(request, source)) {
            Question question = new Question(request, source, dialect);
            Drift drift = new Drift(question, answer);
            Optional<List<Finding>> unusual = drift.unusual();
            if (unusual.isPresent()) {
                return unusual.get();
            }
            List<Finding> findings = judged(question, answer);
            if (findings.stream().allMatch(finding -> finding.failure().isEmpty())) {
                findings.addAll(drift.seen());
                return findings;
            }
            first = first.isEmpty() ? findings : first;
        }
        return first;
    }

    private List<Finding> judged(Question question, Answer answer) {
        return question.request().asksForFacts()
                ? new JsonFacts(pictures.drawn(question), question.source()).judge(answer)
                : new CardJudgement(question, pictures, decoder).judge(answer);
    }

    /** The true format of the bytes against the formats wanted and against the Content-Type. */
    static Finding format(Set<ImageFormat> wanted, Optional<ImageFormat> actual, Payload payload) {
        String expected = String.join(" or ", wanted.stream().map(ImageFormat::label).toList());
        String shown = actual.map(ImageFormat::label).orElse("no picture");
        if (actual.isEmpty() || !wanted.contains(actual.get())) {
            return Facts.holds("format", expected, shown, false);
        }
        String mediaType = actual.get().mediaType();
        return mediaType.equals(payload.mediaType())
                ? Facts.holds("format", expected, shown, true)
                : Facts.wrong(
                        "format",
                        expected,
                        shown + " sent as " + payload.mediaType(),
                        "format: the picture is %s but its Content-Type says `%s`"
                                .formatted(shown, payload.mediaType()));
    }

    static Finding unreadable(UnreadableException broken) {
        return Facts.wrong(
                "file",
                "whole",
                String.valueOf(broken.getMessage()),
                "file: " + broken.getMessage());
    }

    static Finding whole(Payload payload) {
        return Facts.holds("file", "whole", payload.bytes().length() + " bytes, whole", true);
    }

    static Finding size(int width, int height, PictureFacts facts, String hint) {
        String expected = width + "x" + height;
        String actual = facts.width() + "x" + facts.height();
        return expected.equals(actual)
                ? Facts.holds("size", expected, actual, true)
                : Facts.wrong(
                        "size",
                        expected,
                        actual,
                        "size: expected %s, got %s%s".formatted(expected, actual, hint));
    }

    static List<Finding> single(Finding finding) {
        return new ArrayList<>(List.of(finding));
    }
}
