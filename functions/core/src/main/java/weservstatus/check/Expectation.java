package weservstatus.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** One condition on an answer. Variants are data; what evaluates them lives with the probe. */
public sealed interface Expectation {

    /** The status code that it asks for. */
    default OptionalInt wantedStatus() {
        return switch (this) {
            case StatusIs is -> OptionalInt.of(is.status());
            case ErrorIs is -> OptionalInt.of(is.status());
            case HeaderEquals _,
                    HeaderMatches _,
                    HeaderNever _,
                    HeaderAbsent _,
                    BodyContains _,
                    JsonEquals _,
                    BodySize _,
                    Within _,
                    ImageIs _,
                    ColourIs _,
                    CardAsRequested _,
                    RedirectsTo _,
                    AddressRefused _,
                    FromCache _,
                    NotStale _,
                    CertificateLasts _ ->
                    OptionalInt.empty();
        };
    }

    /** Whether it needs a body to be held against. */
    default boolean looksAtTheBody() {
        return switch (this) {
            case BodyContains _,
                    JsonEquals _,
                    ErrorIs _,
                    BodySize _,
                    ImageIs _,
                    ColourIs _,
                    CardAsRequested _,
                    AddressRefused _ ->
                    true;
            case StatusIs _,
                    HeaderEquals _,
                    HeaderMatches _,
                    HeaderNever _,
                    HeaderAbsent _,
                    FromCache _,
                    NotStale _,
                    Within _,
                    RedirectsTo _,
                    CertificateLasts _ ->
                    false;
        };
    }

    /**
     * The same with the address of the folder of the test card in place of {@code {origin}}.
     *
     * @param origin scheme, host and path, without a slash at the end
     */
    default Expectation from(String origin) {
        return switch (this) {
            case HeaderEquals is -> new HeaderEquals(is.name, is.value.replace(ORIGIN, origin));
            case HeaderMatches is ->
                    new HeaderMatches(is.name, is.regex.replace(ORIGIN, Pattern.quote(origin)));
            case RedirectsTo is -> new RedirectsTo(is.location.replace(ORIGIN, origin));
            case StatusIs _,
                    HeaderNever _,
                    HeaderAbsent _,
                    BodyContains _,
                    JsonEquals _,
                    ErrorIs _,
                    BodySize _,
                    Within _,
                    ImageIs _,
                    ColourIs _,
                    CardAsRequested _,
                    AddressRefused _,
                    FromCache _,
                    NotStale _,
                    CertificateLasts _ ->
                    this;
        };
    }

    /** Stands for the address of the folder of the test card. */
    String ORIGIN = "{origin}";

    /** The status code is exactly this. */
    record StatusIs(int status) implements Expectation {}

    /** The header is there once and equals the value, ignoring the case of the name only. */
    record HeaderEquals(String name, String value) implements Expectation {}

    /** The header is there and the whole value matches the regular expression. */
    record HeaderMatches(String name, String regex) implements Expectation {
        public HeaderMatches {
            Pattern.compile(regex.replace(ORIGIN, ""));
        }
    }

    /** The header is not there, or no value of it matches the regular expression as a whole. */
    record HeaderNever(String name, String regex) implements Expectation {
        public HeaderNever {
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

    /**
     * The service's error contract: the status, {@code application/json}, and an object with {@code
     * status} "error", this code and a message.
     *
     * @param status another than the code only where the answer is a redirect
     * @param message part of the message; nothing asks for any
     * @param matches regular expression for the whole message; nothing asks for none
     */
    record ErrorIs(int status, int code, Optional<String> message, Optional<String> matches)
            implements Expectation {
        public ErrorIs {
            matches.ifPresent(Pattern::compile);
        }
    }

    /**
     * The answer was there in this time, all phases together; never held against a cold process.
     */
    record Within(Duration limit) implements Expectation {}

    /** The picture's true format (magic bytes against Content-Type) and facts. */
    record ImageIs(
            ImageFormat format,
            OptionalInt width,
            OptionalInt height,
            OptionalInt frames,
            Optional<Boolean> alpha,
            Packing packing)
            implements Expectation {}

    /**
     * How a picture is packed into its file; nothing is asked of what is empty.
     *
     * @param delays of the frames in milliseconds, one for each
     * @param orientation EXIF's, from 1 to 8; 1 is upright, also where the file has none
     * @param interlaced progressive for JPEG
     */
    record Packing(
            List<Integer> delays,
            OptionalInt orientation,
            Optional<Boolean> interlaced,
            Optional<Boolean> lossless) {
        /** Asks nothing. */
        public static final Packing ANY =
                new Packing(List.of(), OptionalInt.empty(), Optional.empty(), Optional.empty());

        public Packing {
            delays = List.copyOf(delays);
        }
    }

    /**
     * Every pixel of the picture, of each frame, has this colour.
     *
     * @param tolerance how far each channel may be off, 0 to 255
     */
    record ColourIs(Colour colour, int tolerance) implements Expectation {}

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
     * No cache says that it handed out what it should not have any more: {@code STALE}, a warning
     * 110 or 111, an {@code Age} above {@code max-age}. Renewing in the background is no fault.
     */
    record NotStale() implements Expectation {}

    /**
     * Every certificate of the chain that the server sent is valid for at least so many more days,
     * counted from the start of the request. Needs TLS.
     *
     * @param daysLeft whole days of 24 hours, at least 1
     * @param warnDays below so many the answer is good, but only as good as a slow one; 0 for never
     */
    record CertificateLasts(int daysLeft, int warnDays) implements Expectation {
        /** Renewal comes weeks ahead nearly everywhere: the first rung of the ladder. */
        public static final int USUAL_WARNING = 21;

        /** With the usual warning. */
        public CertificateLasts(int daysLeft) {
            this(daysLeft, USUAL_WARNING);
        }
    }
}
