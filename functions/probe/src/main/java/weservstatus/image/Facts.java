package weservstatus.image;

import java.util.Optional;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;

/** Findings about one fact of a picture. */
final class Facts {
    private Facts() {}

    /** The fact holds when both are equal. */
    static Finding equal(String fact, Object expected, Object actual) {
        return holds(fact, expected.toString(), actual.toString(), expected.equals(actual));
    }

    static Finding holds(String fact, String expected, String actual, boolean holds) {
        return holds
                ? new Finding(fact + " " + expected, actual, Optional.empty())
                : wrong(
                        fact,
                        expected,
                        actual,
                        "%s: expected %s, got %s".formatted(fact, expected, actual));
    }

    static Finding wrong(String fact, String expected, String actual, String message) {
        return new Finding(
                fact + " " + expected,
                actual,
                Optional.of(Failure.of(FailureReason.IMAGE, message)));
    }
}
