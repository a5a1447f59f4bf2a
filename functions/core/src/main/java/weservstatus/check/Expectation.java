package weservstatus.check;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** One condition on an answer. Variants are data; what evaluates them lives with the probe. */
public sealed interface Expectation {

    /** The status code is exactly this. */
    record StatusIs(int status) implements Expectation {}

    /** The header is there once and equals the value, ignoring the case of the name only. */
    record HeaderEquals(String name, String value) implements Expectation {}

    /** The header is there and the whole value matches the regular expression. */
    record HeaderMatches(String name, String regex) implements Expectation {
        public HeaderMatches {
            Pattern.compile(regex);
        }
    }

    record HeaderAbsent(String name) implements Expectation {}

    /** The body, read as UTF-8, contains the text. */
    record BodyContains(String text) implements Expectation {}

    /**
     * The body is JSON and the value at the pointer equals the scalar.
     *
     * @param pointer RFC 6901, such as {@code /message}
     * @param value the scalar as text; numbers and booleans in their JSON spelling
     */
    record JsonEquals(String pointer, String value) implements Expectation {}

    /** The body's length in bytes, after decoding, lies in {@code [min, max]}. */
    record BodySize(long min, long max) implements Expectation {}

    /** The picture's true format (magic bytes against Content-Type) and facts. */
    record ImageIs(
            ImageFormat format,
            OptionalInt width,
            OptionalInt height,
            OptionalInt frames,
            Optional<Boolean> alpha)
            implements Expectation {}

    /**
     * The picture is the test card after the operation that the request itself asks for: format,
     * size, frames, alpha and colours are all computed from the request's own parameters.
     */
    record CardAsRequested() implements Expectation {}

    /** The answer is a redirect and its Location equals the text. */
    record RedirectsTo(String location) implements Expectation {}

    /**
     * The request names a private address, and the service refuses it: an error of the service, 400
     * or 404, that speaks of its policy. An answer of 200 is a hole into the network of the
     * service.
     */
    record AddressRefused() implements Expectation {}

    /**
     * A cache in front of the processing says that it had the answer, or that it had not: {@code
     * X-Cache-Status} of the service or {@code CF-Cache-Status} of its CDN. A stale answer comes
     * from the cache too.
     *
     * @param hit whether the answer comes from a cache
     */
    record FromCache(boolean hit) implements Expectation {}

    /**
     * Every certificate of the chain that the server sent is valid for at least so many more days,
     * counted from the start of the request. Needs TLS.
     *
     * @param daysLeft whole days of 24 hours, at least 1
     */
    record CertificateLasts(int daysLeft) implements Expectation {}
}
