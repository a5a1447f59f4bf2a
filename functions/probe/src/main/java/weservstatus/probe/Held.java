package weservstatus.probe;

import java.util.Optional;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;

/** An expectation beside what was there, both in words. */
record Held(String expected, String actual) {
    /** The finding, with a failure for this reason unless it holds. */
    Finding as(boolean holds, FailureReason reason) {
        return new Finding(
                expected, actual, holds ? Optional.empty() : Optional.of(failure(reason)));
    }

    private Failure failure(FailureReason reason) {
        return Failure.of(reason, "Expected " + expected + ", but got " + actual);
    }
}
