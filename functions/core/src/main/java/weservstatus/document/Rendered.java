package weservstatus.document;

/**
 * A document ready to be sent. Length and tag are known without building a body, so that HEAD and
 * 304 cost nothing.
 */
public sealed interface Rendered permits WholeDocument, Slice, StoredDocument {
    /** Value of the Content-Type header. */
    String contentType();

    /** Value of the Cache-Control header. */
    String cacheControl();

    /**
     * A strong entity tag with its quotes. Each coding has its own, because other bytes are sent
     * (RFC 9110, 8.8.3.3).
     */
    String etag(Coding coding);

    /** The coding to send it in, of which the client takes {@code wanted} and identity. */
    default Coding coding(Coding wanted) {
        return wanted;
    }

    /** Bytes of the body in this coding. */
    int length(Coding coding);

    /** The body; callers share the array and must not change it. */
    byte[] body(Coding coding);
}
