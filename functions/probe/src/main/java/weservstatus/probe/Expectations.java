package weservstatus.probe;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import weservstatus.check.Expectation;
import weservstatus.check.Expectation.AddressRefused;
import weservstatus.check.Expectation.BodyContains;
import weservstatus.check.Expectation.BodySize;
import weservstatus.check.Expectation.CardAsRequested;
import weservstatus.check.Expectation.CertificateLasts;
import weservstatus.check.Expectation.ColourIs;
import weservstatus.check.Expectation.ErrorIs;
import weservstatus.check.Expectation.FromCache;
import weservstatus.check.Expectation.HeaderAbsent;
import weservstatus.check.Expectation.HeaderEquals;
import weservstatus.check.Expectation.HeaderMatches;
import weservstatus.check.Expectation.HeaderNever;
import weservstatus.check.Expectation.ImageIs;
import weservstatus.check.Expectation.JsonEquals;
import weservstatus.check.Expectation.NotStale;
import weservstatus.check.Expectation.RedirectsTo;
import weservstatus.check.Expectation.StatusIs;
import weservstatus.check.Expectation.Within;
import weservstatus.check.HttpCheck;
import weservstatus.observe.Answer;
import weservstatus.observe.Exchange;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;

/**
 * Holds each expectation against an answer. All are judged even where the first fails, so that
 * whoever looks for the cause sees everything.
 */
public final class Expectations implements ExpectationJudge {
    private final PictureJudge pictures;

    public Expectations(PictureJudge pictures) {
        this.pictures = pictures;
    }

    @Override
    public List<Finding> judge(HttpCheck check, Exchange.Answered exchange) {
        return check.expectations().stream().flatMap(e -> judge(check, e, exchange)).toList();
    }

    private Stream<Finding> judge(
            HttpCheck check, Expectation expectation, Exchange.Answered exchange) {
        Answer answer = exchange.answer();
        return switch (expectation) {
            case StatusIs is -> Stream.of(status(is, answer));
            case HeaderEquals is -> Stream.of(equal(is, answer));
            case HeaderMatches is -> Stream.of(matching(is, answer));
            case HeaderNever is -> Stream.of(never(is, answer));
            case HeaderAbsent is -> Stream.of(absent(is, answer));
            case BodyContains is -> Stream.of(containing(is, answer));
            case JsonEquals is -> Stream.of(JsonValue.judge(is, answer));
            case ErrorIs is ->
                    Stream.concat(
                            Stream.of(status(new StatusIs(is.status()), answer)),
                            ErrorContract.judge(is, answer));
            case BodySize is -> Stream.of(size(is, answer));
            case AddressRefused _ -> Stream.of(Refusal.judge(answer));
            case Within is -> Stream.of(within(is, exchange));
            case RedirectsTo is -> Stream.of(redirect(is, answer));
            case FromCache is -> Stream.of(CacheMarks.judge(is, answer));
            case NotStale _ -> Stream.of(CacheMarks.notStale(answer));
            case CertificateLasts is ->
                    Stream.of(CertificateAge.judge(is, answer.tls(), exchange.started()));
            case ImageIs is -> pictures.judge(check, is, answer).stream();
            case ColourIs is -> pictures.judge(check, is, answer).stream();
            case CardAsRequested is -> pictures.judge(check, is, answer).stream();
        };
    }

    /** An error's own words come along: the service says 404 for nearly every cause. */
    private static Finding status(StatusIs is, Answer answer) {
        boolean holds = answer.status() == is.status();
        String words = holds ? "" : reason(answer);
        return new Held("status " + is.status(), "status " + answer.status() + words)
                .as(holds, FailureReason.STATUS);
    }

    static String reason(Answer answer) {
        String type = answer.mediaType();
        boolean readable = type.startsWith("text/plain") || type.endsWith("json");
        return readable && answer.body().length > 0 ? ", " + Words.cut(answer.text()) : "";
    }

    private static Finding equal(HeaderEquals is, Answer answer) {
        List<String> values = values(answer, is.name());
        return new Held(is.name() + ": " + is.value(), stated(is.name(), values))
                .as(values.equals(List.of(is.value())), FailureReason.HEADER);
    }

    private static Finding matching(HeaderMatches is, Answer answer) {
        List<String> values = values(answer, is.name());
        Pattern pattern = Pattern.compile(is.regex());
        boolean holds =
                !values.isEmpty() && values.stream().allMatch(v -> pattern.matcher(v).matches());
        return new Held(is.name() + " matching " + is.regex(), stated(is.name(), values))
                .as(holds, FailureReason.HEADER);
    }

    private static Finding never(HeaderNever is, Answer answer) {
        List<String> values = values(answer, is.name());
        boolean holds = values.stream().noneMatch(Pattern.compile(is.regex()).asMatchPredicate());
        return new Held("no " + is.name() + " matching " + is.regex(), stated(is.name(), values))
                .as(holds, FailureReason.HEADER);
    }

    private static Finding absent(HeaderAbsent is, Answer answer) {
        List<String> values = values(answer, is.name());
        return new Held("no header " + is.name(), stated(is.name(), values))
                .as(values.isEmpty(), FailureReason.HEADER);
    }

    private static Finding containing(BodyContains is, Answer answer) {
        boolean holds = answer.text().contains(is.text());
        String actual = holds ? "a body with it" : "a body that begins " + beginning(answer);
        return new Held("a body with " + Words.quoted(is.text()), actual)
                .as(holds, FailureReason.BODY);
    }

    private static Finding size(BodySize is, Answer answer) {
        long length = answer.body().length;
        return new Held(is.min() + " to " + is.max() + " bytes", length + " bytes")
                .as(length >= is.min() && length <= is.max(), FailureReason.BODY);
    }

    private static Finding within(Within is, Exchange.Answered exchange) {
        Duration took = exchange.phases().total();
        String cold = exchange.cold() ? ", not counted: the monitor had just started" : "";
        return new Held(
                        "an answer within " + Words.of(is.limit()),
                        "one after " + Words.of(took) + cold)
                .as(exchange.cold() || took.compareTo(is.limit()) <= 0, FailureReason.TIMEOUT);
    }

    private static Finding redirect(RedirectsTo is, Answer answer) {
        String expected = "a redirect to " + is.location();
        if (Redirect.location(answer).isEmpty()) {
            return new Held(expected, "status " + answer.status() + ", no redirect")
                    .as(false, FailureReason.STATUS);
        }
        List<String> values = values(answer, "Location");
        return new Held(expected, "a redirect to " + String.join(" and to ", values))
                .as(values.equals(List.of(is.location())), FailureReason.HEADER);
    }

    static List<String> values(Answer answer, String name) {
        return answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value())
                .toList();
    }

    private static String stated(String name, List<String> values) {
        return values.isEmpty()
                ? "no header " + name
                : name + ": " + Words.cut(String.join(" and ", values));
    }

    private static String beginning(Answer answer) {
        return Words.quoted(answer.text());
    }
}
