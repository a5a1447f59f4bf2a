package weservstatus.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.status.StatusSnapshot;

/**
 * The stored form of a snapshot: its records as JSON, compressed. Only versions of this program
 * read it; a snapshot of another form is refused and simply written anew by the next review.
 */
public final class SnapshotJson {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private SnapshotJson() {}

    /** The snapshot as a blob. */
    public static Blobs.Blob write(StatusSnapshot snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(JSON.writeValueAsBytes(snapshot));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Blobs.Blob(bytes.toByteArray(), "application/gzip");
    }

    /**
     * The snapshot that {@link #write} made the blob of.
     *
     * @throws UnreadableDocument when it has another form
     */
    public static StatusSnapshot read(Blobs.Blob blob) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(blob.bytes()))) {
            return Optional.ofNullable(JSON.readValue(gzip.readAllBytes(), StatusSnapshot.class))
                    .orElseThrow(() -> new UnreadableDocument("snapshot", "is null"));
        } catch (IOException | JacksonException e) {
            throw new UnreadableDocument("snapshot", "not a snapshot of this version", e);
        }
    }
}
