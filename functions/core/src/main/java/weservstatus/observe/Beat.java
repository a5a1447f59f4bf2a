package weservstatus.observe;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * One call of a target that calls us.
 *
 * @param at when it arrived here
 * @param up whether the caller said that it is well
 * @param message the caller's words, may be empty; cut at {@value #MAX_MESSAGE} characters
 * @param pingMillis what the caller measured, in milliseconds
 */
public record Beat(Instant at, boolean up, String message, OptionalLong pingMillis) {
    private static final int MAX_MESSAGE = 250;

    public Beat {
        message = message.substring(0, message.offsetByCodePoints(0, length(message)));
    }

    private static int length(String message) {
        return Math.min(MAX_MESSAGE, message.codePointCount(0, message.length()));
    }
}
