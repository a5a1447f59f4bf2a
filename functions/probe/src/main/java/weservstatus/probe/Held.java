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

    /** The finding, which holds, with a warning that it will not for long. */
    Finding warning(FailureReason reason) {
        return new Finding(
                expected,
                actual,
                Optional.empty(),
                Optional.of(Failure.of(reason, actual)),
                Optional.empty());
    }

    private Failure failure(FailureReason reason) {
        return Failure.of(reason, "Expected " + expected + ", but got " + actual);
    }
}
