package weservstatus.observe;

import java.util.Optional;

/**
 * Why an attempt failed.
 *
 * @param phase where it failed, for failures of transport
 * @param message one sentence for people: what was expected and what came instead; cut at {@value
 *     #MAX_MESSAGE} characters, since a stored round must stay small
 */
public record Failure(FailureReason reason, Optional<Phase> phase, String message) {
    private static final int MAX_MESSAGE = 500;

    public Failure {
        message = cut(message);
    }

    public static Failure of(FailureReason reason, String message) {
        return new Failure(reason, Optional.empty(), message);
    }

    public static Failure in(Phase phase, FailureReason reason, String message) {
        return new Failure(reason, Optional.of(phase), message);
    }

    private static String cut(String message) {
        if (message.length() <= MAX_MESSAGE) {
            return message;
        }
        int end = MAX_MESSAGE - 1;
        // Half a surrogate pair is no text and could not be stored.
        boolean splits = Character.isHighSurrogate(message.charAt(end - 1));
        return message.substring(0, splits ? end - 1 : end) + "…";
    }
}
