package weservstatus.probe;

import java.util.Optional;
import java.util.Set;
import weservstatus.observe.Answer;

/** The service's own words for "I will not fetch that": its JSON error of status 400 or 404. */
final class Declining {
    private static final Set<Integer> STATUSES = Set.of(400, 404);

    private Declining() {}

    /** The message, empty when the answer is no such error. */
    static Optional<String> in(Answer answer) {
        boolean error =
                STATUSES.contains(answer.status())
                        && JsonValue.scalar("/status", answer).equals(Optional.of("error"));
        return error
                ? Optional.of(JsonValue.scalar("/message", answer).orElse("without a message"))
                : Optional.empty();
    }
}
