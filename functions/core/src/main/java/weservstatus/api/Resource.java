package weservstatus.api;

import java.util.Map;
import java.util.Optional;
import weservstatus.document.PublishedDocuments;

/** What stands behind a route. */
@FunctionalInterface
public interface Resource {
    Answer answer(PublishedDocuments documents, Call call);

    /**
     * What a request says beyond its route.
     *
     * @param variables of the path
     * @param query the parameters
     */
    record Call(Map<String, String> variables, Map<String, String> query) {
        String variable(String name) {
            return variables.getOrDefault(name, "");
        }

        Optional<String> parameter(String name) {
            return Optional.ofNullable(query.get(name));
        }
    }
}
