package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.document.Documents;
import weservstatus.document.EvidenceJson;
import weservstatus.document.PublishedDocuments;
import weservstatus.observe.EvidenceId;
import weservstatus.status.SampleSnapshots;
import weservstatus.store.Blobs.Blob;
import weservstatus.store.EvidenceStore;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;

class EvidenceRoutesTest {
    private static final PublishedDocuments DOCUMENTS = Documents.of(SampleSnapshots.incident());
    private static final String ID = "20261123T211200000Z.0.here.webp";
    private static final byte[] HOSTILE =
            "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    private final InMemoryBlobs blobs = new InMemoryBlobs();
    private final Router router =
            new Router(
                    () -> Optional.of(DOCUMENTS),
                    new InMemoryTable(() -> SampleSnapshots.NOW),
                    blobs,
                    () -> SampleSnapshots.NOW);

    @Test
    void servesTheThreePartsEachAsWhatItIs() {
        put();

        Response document = get("/api/v1/evidence/" + ID);
        Response picture = get("/api/v1/evidence/" + ID + "/picture.png");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.body()).isEqualTo(bytes("{}"));
        assertThat(document.headers())
                .containsEntry("Content-Type", "application/json; charset=utf-8");
        assertThat(picture.body()).containsExactly(0x89, 'P');
        assertThat(picture.headers())
                .containsEntry("Content-Type", "image/png")
                .containsEntry("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    @Test
    void whatAStrangerWroteCanNeitherRunNorBeShown() {
        put();

        Response body = get("/api/v1/evidence/" + ID + "/body");

        assertThat(body.body()).isEqualTo(HOSTILE);
        assertThat(body.headers())
                .containsEntry("Content-Type", "application/octet-stream")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Content-Security-Policy", "default-src 'none'; sandbox")
                .containsEntry("Content-Disposition", "attachment; filename=\"body.bin\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ID,
                "x",
                "../../snapshot/latest.json",
                "%2e%2e",
                "20261123T211200000Z.0.here.webp/x",
                "20261123T211200000Z.0.here.."
            })
    void whatIsNotThereIsNotFound(String id) {
        for (String part : new String[] {"", "/body", "/picture.png"}) {
            assertThat(get("/api/v1/evidence/" + id + part).status()).isEqualTo(404);
        }
    }

    private void put() {
        new EvidenceStore(blobs)
                .put(
                        new EvidenceStore.Piece(
                                new EvidenceId(ID),
                                new Blob(bytes("{}"), EvidenceJson.MEDIA_TYPE),
                                Optional.of(new Blob(HOSTILE, "application/octet-stream")),
                                Optional.of(new Blob(new byte[] {(byte) 0x89, 'P'}, "image/png"))));
    }

    private Response get(String path) {
        return router.handle(Request.of("GET", path, "", Map.of()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
