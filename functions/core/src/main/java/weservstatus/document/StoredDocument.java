package weservstatus.document;

/**
 * Bytes that are read from a store for one request and sent as they are: compressing them each time
 * would cost more than it saves.
 */
@SuppressWarnings("ArrayRecordComponent") // Lives for one answer; never compared.
public record StoredDocument(byte[] bytes, String contentType, String cacheControl)
        implements Rendered {
    @Override
    public Coding coding(Coding wanted) {
        return Coding.IDENTITY;
    }

    @Override
    public String etag(Coding coding) {
        return EntityTag.quoted(EntityTag.digest(bytes), coding);
    }

    @Override
    public int length(Coding coding) {
        return bytes.length;
    }

    @Override
    public byte[] body(Coding coding) {
        return bytes;
    }
}
