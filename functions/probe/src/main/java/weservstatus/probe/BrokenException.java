package weservstatus.probe;

import java.io.IOException;
import java.io.Serial;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

/**
 * Carries a failure out of the depth of the HTTP client. Never leaves this package: callers of the
 * prober see the value.
 */
final class BrokenException extends IOException {
    @Serial private static final long serialVersionUID = 1;

    private final transient Failure failure;

    BrokenException(FailureReason reason, Phase phase, String message) {
        super(message);
        this.failure = Failure.in(phase, reason, message);
    }

    Failure failure() {
        return failure;
    }
}
