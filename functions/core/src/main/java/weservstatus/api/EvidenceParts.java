package weservstatus.api;

import java.util.Map;
import java.util.Optional;
import weservstatus.document.StoredDocument;
import weservstatus.observe.EvidenceId;
import weservstatus.store.Blobs.Blob;
import weservstatus.store.EvidenceStore;

/**
 * The parts of one piece of evidence. What an answer's body holds was written by others: nothing of
 * it may run or be shown as a part of the page.
 */
enum EvidenceParts implements Resource {
    DOCUMENT("") {
        @Override
        Optional<Blob> find(EvidenceStore store, EvidenceId id) {
            return store.document(id);
        }

        @Override
        Map<String, String> headers() {
            return Map.of();
        }
    },
    PICTURE("/picture.png") {
        @Override
        Optional<Blob> find(EvidenceStore store, EvidenceId id) {
            return store.picture(id);
        }

        @Override
        Map<String, String> headers() {
            return Map.of("Content-Security-Policy", SANDBOX);
        }
    },
    BODY("/body") {
        @Override
        Optional<Blob> find(EvidenceStore store, EvidenceId id) {
            return store.body(id);
        }

        @Override
        Map<String, String> headers() {
            return Map.of(
                    "Content-Security-Policy",
                    SANDBOX,
                    "Content-Disposition",
                    "attachment; filename=\"body.bin\"");
        }
    };

    private static final String PATH = "/api/v1/evidence/{id}";
    private static final String SANDBOX = "default-src 'none'; sandbox";

    /** It never changes, and is gone after some days. */
    private static final String CACHED = "public, max-age=3600, immutable";

    private final String path;

    EvidenceParts(String path) {
        this.path = path;
    }

    abstract Optional<Blob> find(EvidenceStore store, EvidenceId id);

    /** More than every document has. */
    abstract Map<String, String> headers();

    Route route() {
        return new Route(new PathTemplate(PATH + path), Optional.empty(), this);
    }

    @Override
    public Answer answer(Sources sources, Call call) {
        String id = call.variable("id");
        EvidenceStore store = new EvidenceStore(sources.blobs());
        return EvidenceId.parse(id)
                .flatMap(known -> find(store, known))
                .map(this::found)
                .orElseGet(() -> Answer.notFound("there is no such evidence as " + Echo.of(id)));
    }

    private Answer found(Blob blob) {
        return new Answer.Found(
                new StoredDocument(blob.bytes(), blob.contentType(), CACHED), headers());
    }
}
