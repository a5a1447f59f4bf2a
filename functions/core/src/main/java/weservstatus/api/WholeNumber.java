package weservstatus.api;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A query parameter that is a whole number, written without sign and leading zeros.
 *
 * @param usual the value when the parameter is not given
 */
public record WholeNumber(String name, int min, int max, int usual) {
    private static final Pattern SYNTAX = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** The value, absent when what is given is none within the bounds. */
    Optional<Integer> read(Optional<String> given) {
        return given.isEmpty()
                ? Optional.of(usual)
                : given.filter(text -> SYNTAX.matcher(text).matches())
                        .map(Integer::valueOf)
                        .filter(number -> number >= min && number <= max);
    }

    /** Says what is wrong with a value that cannot be read. */
    Answer refuse(String given) {
        String message =
                "%s must be a whole number from %d to %d, not %s"
                        .formatted(name, min, max, Echo.of(given));
        return Answer.refused(400, "bad_parameter", message, Optional.of(name));
    }
}
