package weservstatus.observe;

import java.util.Optional;

/**
 * Why an attempt failed.
 *
 * @param phase where it failed, for failures of transport
 * @param message one sentence for people: what was expected and what came instead
 */
public record Failure(FailureReason reason, Optional<Phase> phase, String message) {
    public static Failure of(FailureReason reason, String message) {
        return new Failure(reason, Optional.empty(), message);
    }

    public static Failure in(Phase phase, FailureReason reason, String message) {
        return new Failure(reason, Optional.of(phase), message);
    }
}
