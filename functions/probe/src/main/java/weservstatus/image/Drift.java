package weservstatus.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ImageFormat;
import weservstatus.check.ImageRequest;
import weservstatus.observe.Answer;
import weservstatus.observe.Finding;

/**
 * Where builds differ in what they answer at all: formats that one knows and another does not, and
 * pages that are not there.
 */
record Drift(Question question, Answer answer) {
    private static final int NOT_FOUND = 404;
    private static final String NOT_READABLE = "Image not readable";

    /**
     * The findings of an answer that is no picture of the usual kind, yet honest: a refused page,
     * or a format that nothing here can decode. Absent for all others.
     */
    Optional<List<Finding>> unusual() {
        if (pastTheEnd() && refused()) {
            return Optional.of(List.of(Finding.of(Trait.PAST_THE_END.seen(false))));
        }
        if (asks("jxl") && jxl()) {
            return Optional.of(
                    List.of(
                            Facts.holds("format", "jxl", "jxl", true),
                            Finding.of(Trait.JXL.seen(true))));
        }
        return Optional.empty();
    }

    /** What a right answer shows of the build. */
    List<Finding> seen() {
        List<Finding> seen = new ArrayList<>();
        question.dialect()
                .seen(question.request(), question.source())
                .forEach(variant -> seen.add(Finding.of(variant)));
        if (pastTheEnd()) {
            seen.add(Finding.of(Trait.PAST_THE_END.seen(true)));
        }
        if (asks("jxl")) {
            seen.add(Finding.of(Trait.JXL.seen(false)));
        }
        if (asks("jpeg") && question.source().format() != ImageFormat.JPEG) {
            boolean heeded = answer.mediaType().equals(ImageFormat.JPEG.mediaType());
            seen.add(Finding.of(Trait.JPEG_WORD.seen(heeded)));
        }
        return seen;
    }

    private boolean asks(String output) {
        return question.request().parameters().text("output").orElse("").equals(output);
    }

    private boolean pastTheEnd() {
        ImageRequest request = question.request();
        return request.parameters().number("page", 0, 100_000).orElse(0)
                        >= question.source().frames()
                && question.source().format() == ImageFormat.GIF;
    }

    private boolean refused() {
        return answer.status() == NOT_FOUND && answer.text().contains(NOT_READABLE);
    }

    /** A bare codestream, or the box that begins a file (ISO/IEC 18181-2). */
    private boolean jxl() {
        Bytes bytes = new Bytes(answer.body());
        return bytes.startsWith(0xff, 0x0a)
                || bytes.startsWith(0, 0, 0, 12, 'J', 'X', 'L', ' ', 0x0d, 0x0a, 0x87, 0x0a);
    }
}
