package weservstatus.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.LocationId;
import weservstatus.document.ProofsJson;
import weservstatus.document.ProofsJson.Proof;
import weservstatus.document.StoredDocument;
import weservstatus.status.CheckReport;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.Place;
import weservstatus.store.Blobs.Blob;
import weservstatus.store.ProofStore;
import weservstatus.store.ProofStore.Line;

/** The last good picture of each check beside the expected one. */
final class Proofs {
    /** The service drew them: nothing of them may run. */
    private static final Map<String, String> HEADERS =
            Map.of("Content-Security-Policy", "default-src 'none'; sandbox");

    private static final String CACHED = "public, max-age=300";

    private Proofs() {}

    static Answer list(Resource.Sources sources, Resource.Call call) {
        StatusSnapshot snapshot = sources.documents().snapshot();
        List<LocationId> places = snapshot.places().stream().map(Place::id).toList();
        List<Line> lines = new ProofStore(sources.blobs()).newest(places);
        List<Proof> proofs =
                snapshot.asked().checks().stream()
                        .flatMap(check -> proof(check, lines, snapshot).stream())
                        .toList();
        return Answer.found(ProofsJson.of(snapshot, proofs));
    }

    private static Optional<Proof> proof(
            CheckReport check, List<Line> lines, StatusSnapshot snapshot) {
        return lines.stream()
                .filter(line -> line.check().value().equals(check.id()))
                .findFirst()
                .flatMap(line -> proof(check, line, snapshot));
    }

    private static Optional<Proof> proof(CheckReport check, Line line, StatusSnapshot snapshot) {
        return snapshot.places().stream()
                .filter(place -> place.id().equals(line.location()))
                .map(place ->
                        new Proof(line.id(), check, place, line.at(), line.width(), line.height()))
                .findFirst();
    }

    static Answer received(Resource.Sources sources, Resource.Call call) {
        String id = call.variable("id");
        return found(new ProofStore(sources.blobs()).received(id), id);
    }

    static Answer expected(Resource.Sources sources, Resource.Call call) {
        String id = call.variable("id");
        return found(new ProofStore(sources.blobs()).expected(id), id);
    }

    private static Answer found(Optional<Blob> picture, String id) {
        return picture.<Answer>map(blob ->
                        new Answer.Found(
                                new StoredDocument(blob.bytes(), blob.contentType(), CACHED),
                                HEADERS))
                .orElseGet(() -> Answer.notFound("there is no picture of " + Echo.of(id)));
    }
}
