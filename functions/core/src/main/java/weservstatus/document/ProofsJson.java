package weservstatus.document;

import java.time.Instant;
import java.util.List;
import weservstatus.status.CheckReport;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.Place;

/** {@code /api/v1/proofs}: the last good picture of each check. */
public final class ProofsJson {
    /** Where pictures are served; followed by the id of a proof. */
    public static final String PATH = "/api/v1/proofs/";

    private ProofsJson() {}

    /**
     * The last good picture of a check.
     *
     * @param id names its pictures
     * @param at when it came
     * @param width in pixels
     */
    public record Proof(
            String id, CheckReport check, Place place, Instant at, int width, int height) {}

    /** The list in the order that it is given in. */
    public static Rendered of(StatusSnapshot snapshot, List<Proof> proofs) {
        byte[] json =
                Json.document(list -> {
                    list.text("generatedAt", Times.seconds(snapshot.generatedAt()));
                    list.objects("proofs", proofs, ProofsJson::proof);
                });
        return WholeDocument.of(json, Documents.JSON, Documents.CACHED_BRIEFLY);
    }

    private static void proof(Json json, Proof proof) {
        json.text("id", proof.id());
        json.text("checkId", proof.check().id());
        json.text("check", proof.check().name());
        json.text("component", proof.check().component().value());
        json.text("location", proof.place().id().value());
        json.text("place", proof.place().name());
        json.text("at", Times.seconds(proof.at()));
        json.number("width", proof.width());
        json.number("height", proof.height());
        json.object(
                "links",
                links -> {
                    links.text("received", PATH + proof.id() + "/received");
                    links.text("expected", PATH + proof.id() + "/expected.png");
                });
    }
}
