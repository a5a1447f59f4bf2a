package weservstatus.observe;

import java.util.Optional;

/**
 * One expectation held against an answer.
 *
 * @param expected the expectation in words, such as {@code status 200}
 * @param actual what was there
 * @param failure absent when the expectation holds
 * @param warning present where it holds, but will not for long
 * @param variant present when honest builds differ in this; whether it changed is not known here
 * @param unproven why this was not looked at, though nothing is wrong; absent where it was
 */
public record Finding(
        String expected,
        String actual,
        Optional<Failure> failure,
        Optional<Failure> warning,
        Optional<Variant> variant,
        Optional<String> unproven) {

    /** About something in which all honest builds agree. */
    public Finding(String expected, String actual, Optional<Failure> failure) {
        this(expected, actual, failure, Optional.empty(), Optional.empty());
    }

    /** About something that was looked at. */
    public Finding(
            String expected,
            String actual,
            Optional<Failure> failure,
            Optional<Failure> warning,
            Optional<Variant> variant) {
        this(expected, actual, failure, warning, variant, Optional.empty());
    }

    /** What was not looked at, and why. */
    public static Finding unproven(String expected, String why) {
        return new Finding(
                expected,
                "not looked at: " + why,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(why));
    }

    /** That the service behaves in one of several honest ways. */
    public static Finding of(Variant variant) {
        return new Finding(
                "one known way of `" + variant.trait() + "`",
                variant.seen(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(variant));
    }
}
