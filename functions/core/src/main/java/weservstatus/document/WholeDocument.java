package weservstatus.document;

/**
 * A document rendered and compressed once.
 *
 * @param tag digest of the plain bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Built once per snapshot and shared; never compared.
record WholeDocument(byte[] plain, byte[] gzip, String tag, String contentType, String cacheControl)
        implements Rendered {
    static WholeDocument of(byte[] plain, String contentType, String cacheControl) {
        return new WholeDocument(
                plain, Gzip.compress(plain), EntityTag.digest(plain), contentType, cacheControl);
    }

    @Override
    public String etag(Coding coding) {
        return EntityTag.quoted(tag, coding);
    }

    @Override
    public int length(Coding coding) {
        return body(coding).length;
    }

    @Override
    public byte[] body(Coding coding) {
        return switch (coding) {
            case IDENTITY -> plain;
            case GZIP -> gzip;
        };
    }
}
