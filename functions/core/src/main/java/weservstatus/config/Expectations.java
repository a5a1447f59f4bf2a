package weservstatus.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.Expectation;

/** How expectations are written: one key says which, its value says what. */
final class Expectations {
    /** The most that a probe reads of one answer. */
    private static final long MOST_BYTES = 2_000_000;

    private static final Field<String> HEADER_NAME =
            Field.required(
                    "name",
                    Requests.headerName(),
                    "Name of the header, in any case.",
                    "name: Content-Type");
    private static final Field<String> EQUALS =
            Field.optional(
                    "equals",
                    Requests.headerValue(),
                    "The header is there once and has this value.",
                    "not asked");
    private static final Field<String> MATCHES =
            Field.optional(
                    "matches",
                    Scalars.regexWithOrigin(),
                    "The header is there and its whole value matches this regular expression.",
                    "not asked");
    private static final Field<String> NEVER =
            Field.optional(
                    "never",
                    Scalars.regex(),
                    "The header is not there, or no value of it matches this regular expression as a"
                            + " whole.",
                    "not asked");
    private static final Field<Boolean> ABSENT =
            Field.optional("absent", Scalars.flag(), "The header is not there.", "not asked");

    private static final Field<String> CONTAINS =
            Field.required(
                    "contains",
                    Scalars.line(500),
                    "The body, read as UTF-8, contains this text.",
                    "contains: \"blocked by policy\"");

    private static final Field<String> POINTER =
            Field.required(
                    "pointer",
                    Scalars.jsonPointer(),
                    "JSON pointer (RFC 6901) to a value in the body.",
                    "pointer: /message");
    private static final Field<String> VALUE =
            Field.required(
                    "equals",
                    Scalars.anyScalar(),
                    "What stands there: a text, a number, true or false.",
                    "equals: 404");

    private static final Field<Long> MIN =
            Field.optional(
                    "min", Scalars.whole(0, MOST_BYTES), "Fewest bytes, after decoding.", "0");
    private static final Field<Long> MAX =
            Field.optional(
                    "max",
                    Scalars.whole(0, MOST_BYTES),
                    "Most bytes, after decoding.",
                    "2000000, the most that is read");

    private static final Field<Integer> DAYS_LEFT =
            Field.required(
                    "daysLeft",
                    Scalars.wholeInt(1, 365),
                    "For how many more days every certificate of the chain is valid at least.",
                    "daysLeft: 7");
    private static final Field<Integer> WARN_DAYS =
            Field.optional(
                    "warnDays",
                    Scalars.wholeInt(0, 365),
                    "Below so many days left the component is degraded; 0 for never.",
                    String.valueOf(Expectation.CertificateLasts.USUAL_WARNING));

    private Expectations() {}

    static Reader<Expectation> any() {
        return new OneKey<>(
                "an expectation",
                List.of(
                        kind(
                                "status",
                                Scalars.wholeInt(100, 599).map(Expectation.StatusIs::new),
                                "The status code is exactly this."),
                        kind("header", header(), "What a header is, or that it is not there."),
                        kind("body", body(), "What the body says."),
                        kind("json", json(), "The body is JSON and a value in it is this."),
                        kind("size", size(), "How long the body is."),
                        kind(
                                "error",
                                ErrorExpectations.error(),
                                "The answer is an error of the service in its usual form: JSON with"
                                        + " status, code and message."),
                        kind(
                                "within",
                                within(),
                                "The answer is there in this time, all phases together; below the"
                                        + " timeout."),
                        kind(
                                "image",
                                PictureExpectations.image(),
                                "The body is a picture of this kind."),
                        kind(
                                "colour",
                                PictureExpectations.colour(),
                                "Every pixel of the picture has this colour."),
                        kind(
                                "card",
                                card(),
                                "The body is the test card after the operations that the request"
                                        + " asks for: format, size, frames, alpha and colours are"
                                        + " computed from its parameters."),
                        kind(
                                "redirect",
                                redirect(),
                                "The answer is a redirect to exactly this Location; {origin} is the"
                                        + " address of the folder of the test card."),
                        kind(
                                "address",
                                Scalars.choice(Map.of("refused", new Expectation.AddressRefused())),
                                "The request names a private address, and the service refuses it."
                                        + " An answer of 200 is told as a security finding."),
                        kind(
                                "cache",
                                cache(),
                                "Whether a cache in front of the processing says that it had the"
                                        + " answer: X-Cache-Status of the service or"
                                        + " CF-Cache-Status of its CDN; stale counts as hit. fresh:"
                                        + " none says that what it had was too old."),
                        kind("tls", tls(), "How long the certificate still lasts.")));
    }

    private static <T> Field<T> kind(String name, Reader<T> reader, String description) {
        return Field.required(name, reader, description, name);
    }

    private static Reader<Expectation> header() {
        return new SectionReader(
                        "a header expectation", HEADER_NAME, EQUALS, MATCHES, NEVER, ABSENT)
                .with(Expectations::requireOneCondition, oneConditionSchema())
                .as(Expectations::headerOf);
    }

    private static void requireOneCondition(Section header, Reading reading) {
        long conditions =
                List.of(EQUALS, MATCHES, NEVER, ABSENT).stream().filter(header::has).count();
        if (conditions != 1) {
            reading.refuse(
                    header.spot(),
                    "a header expectation has " + conditions + " conditions",
                    "write exactly one of equals, matches, never and absent: true");
        } else if (header.find(ABSENT).filter(absent -> !absent).isPresent()) {
            reading.refuse(
                    header.spotOf(ABSENT),
                    "\"absent: false\" asks for nothing",
                    "write matches: \".*\" for a header that must be there");
        }
    }

    private static Map<String, Object> oneConditionSchema() {
        return Map.of(
                "oneOf",
                List.of(
                        Map.of("required", List.of("equals")),
                        Map.of("required", List.of("matches")),
                        Map.of("required", List.of("never")),
                        Map.of(
                                "required",
                                List.of("absent"),
                                "properties",
                                Map.of("absent", Map.of("const", true)))));
    }

    private static Expectation headerOf(Section header) {
        String name = header.of(HEADER_NAME);
        Optional<Expectation> equals =
                header.find(EQUALS).map(value -> new Expectation.HeaderEquals(name, value));
        Optional<Expectation> matches =
                header.find(MATCHES).map(regex -> new Expectation.HeaderMatches(name, regex));
        return equals.or(() -> matches)
                .or(() -> header.find(NEVER).map(regex -> new Expectation.HeaderNever(name, regex)))
                .orElseGet(() -> new Expectation.HeaderAbsent(name));
    }

    private static Reader<Expectation.BodyContains> body() {
        return new SectionReader("a body expectation", CONTAINS)
                .as(body -> new Expectation.BodyContains(body.of(CONTAINS)));
    }

    private static Reader<Expectation.JsonEquals> json() {
        return new SectionReader("a JSON expectation", POINTER, VALUE)
                .as(json -> new Expectation.JsonEquals(json.of(POINTER), json.of(VALUE)));
    }

    private static Reader<Expectation.BodySize> size() {
        return new SectionReader("a size expectation", MIN, MAX)
                .with(Expectations::requireRange, Map.of("minProperties", 1))
                .as(s -> new Expectation.BodySize(s.orElse(MIN, 0L), s.orElse(MAX, MOST_BYTES)));
    }

    private static void requireRange(Section size, Reading reading) {
        if (!size.has(MIN) && !size.has(MAX)) {
            reading.refuse(
                    size.spot(), "neither min nor max is given", "add one, such as min: 100");
        } else if (size.orElse(MIN, 0L) > size.orElse(MAX, MOST_BYTES)) {
            reading.refuse(
                    size.spotOf(MIN),
                    size.spotOf(MIN).shown() + " is more than max",
                    "exchange the two");
        }
    }

    private static Reader<Expectation.CardAsRequested> card() {
        return Scalars.choice(Map.of("as-requested", new Expectation.CardAsRequested()));
    }

    private static Reader<Expectation.Within> within() {
        return Durations.between(Duration.ofMillis(1), Duration.ofSeconds(60))
                .map(Expectation.Within::new);
    }

    private static Reader<Expectation.RedirectsTo> redirect() {
        return Requests.headerValue().map(Expectation.RedirectsTo::new);
    }

    private static Reader<Expectation> cache() {
        Map<String, Expectation> words = new LinkedHashMap<>();
        words.put("hit", new Expectation.FromCache(true));
        words.put("miss", new Expectation.FromCache(false));
        words.put("fresh", new Expectation.NotStale());
        return Scalars.choice(words);
    }

    private static Reader<Expectation.CertificateLasts> tls() {
        return new SectionReader("a TLS expectation", DAYS_LEFT, WARN_DAYS)
                .as(tls ->
                        new Expectation.CertificateLasts(
                                tls.of(DAYS_LEFT),
                                tls.orElse(WARN_DAYS, Expectation.CertificateLasts.USUAL_WARNING)));
    }
}
