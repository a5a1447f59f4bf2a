package weservstatus.api;

import java.util.Map;
import java.util.Optional;
import weservstatus.document.PublishedDocuments;
import weservstatus.store.Blobs;
import weservstatus.usecase.Archive;

/** What stands behind a route. */
@FunctionalInterface
public interface Resource {
    Answer answer(Sources sources, Call call);

    /**
     * What a route may read.
     *
     * @param documents of the newest snapshot, as they may be shown now
     * @param archive months and single incidents
     * @param blobs everything that is kept beside the snapshot; a read costs a look into the store
     */
    record Sources(PublishedDocuments documents, Archive archive, Blobs blobs) {}

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
