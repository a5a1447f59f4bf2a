package weservstatus.store;

import java.util.List;
import java.util.Optional;

/**
 * Named byte sequences: published documents, evidence, finished days. A write replaces the whole
 * blob and is never seen half done.
 */
public interface Blobs {

    /** Bytes with the media type they are to be served as. */
    @SuppressWarnings("ArrayRecordComponent") // Large and read once; never compared.
    record Blob(byte[] bytes, String contentType) {}

    /**
     * Creates or replaces the blob.
     *
     * @param name segments of {@code A-Za-z0-9._-} joined by '/', none of them "." or ".."
     */
    void put(String name, Blob blob);

    Optional<Blob> get(String name);

    /** Names that start with {@code prefix}, in order of their bytes. */
    List<String> list(String prefix);

    void delete(String name);
}
