package weservstatus.lambda;

import weservstatus.document.Coding;
import weservstatus.document.Documents;
import weservstatus.document.Rendered;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs;

/**
 * The status JSON where the CDN finds it when the API fails: under the API's own path below {@link
 * #FOLDER}. Its data age like any other, so nobody takes an old one for new.
 */
final class Standby {
    static final String FOLDER = "published";

    private final Blobs blobs;

    Standby(Blobs blobs) {
        this.blobs = blobs;
    }

    void publish(StatusSnapshot snapshot) {
        Rendered status = Documents.status(snapshot);
        blobs.put(
                FOLDER + "/api/v1/status",
                new Blobs.Blob(status.body(Coding.IDENTITY), status.contentType()));
    }
}
