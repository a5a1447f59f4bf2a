package weservstatus.api;

import java.util.Map;
import java.util.Optional;
import weservstatus.document.ErrorJson;
import weservstatus.document.Rendered;

/** What a resource has to say: a document, or why there is none. */
public sealed interface Answer {
    /**
     * A document.
     *
     * @param headers more than every document has
     */
    record Found(Rendered document, Map<String, String> headers) implements Answer {
        public Found {
            headers = Map.copyOf(headers);
        }
    }

    record Refused(ErrorJson error) implements Answer {}

    static Answer found(Rendered document) {
        return new Found(document, Map.of());
    }

    static Answer refused(int status, String code, String message, Optional<String> parameter) {
        return new Refused(new ErrorJson(status, code, message, parameter));
    }

    static Answer notFound(String message) {
        return refused(404, "not_found", message, Optional.empty());
    }
}
