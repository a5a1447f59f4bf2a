package weservstatus.api;

import java.util.Optional;
import weservstatus.document.ErrorJson;
import weservstatus.document.Rendered;

/** What a resource has to say: a document, or why there is none. */
public sealed interface Answer {
    record Found(Rendered document) implements Answer {}

    record Refused(ErrorJson error) implements Answer {}

    static Answer refused(int status, String code, String message, Optional<String> parameter) {
        return new Refused(new ErrorJson(status, code, message, parameter));
    }

    static Answer notFound(String message) {
        return refused(404, "not_found", message, Optional.empty());
    }
}
