package weservstatus.document;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

/**
 * One answer of {@link Slices}: put together from finished pieces when it is sent. In gzip the head
 * with the first item and the foot are stored blocks (RFC 1951, 3.2.4), what lies between is
 * compressed already.
 *
 * @param from index of the first item, the number of items when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // Private to the package; never compared.
record Slice(byte[] head, PackedItems items, byte[] foot, int from, String tag)
        implements Rendered {
    private static final int STORED_OVERHEAD = 5;

    @Override
    public String contentType() {
        return Documents.JSON;
    }

    @Override
    public String cacheControl() {
        return Documents.CACHED_LONG;
    }

    @Override
    public String etag(Coding coding) {
        return EntityTag.quoted(tag, coding);
    }

    @Override
    public int length(Coding coding) {
        return switch (coding) {
            case IDENTITY -> head.length + plainLength() + foot.length;
            case GZIP -> gzipLength();
        };
    }

    @Override
    public byte[] body(Coding coding) {
        return switch (coding) {
            case IDENTITY -> plain();
            case GZIP -> gzip();
        };
    }

    private byte[] plain() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length(Coding.IDENTITY));
        out.writeBytes(head);
        out.write(items.plain(), plainStart(), plainLength());
        out.writeBytes(foot);
        return out.toByteArray();
    }

    private byte[] gzip() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(gzipLength());
        Gzip.writeHeader(out);
        writeStoredHeader(out, false, head.length + firstLength());
        out.writeBytes(head);
        out.write(items.plain(), plainStart(), firstLength());
        out.write(items.packed(), packedStart(), packedLength());
        writeStoredHeader(out, true, foot.length);
        out.writeBytes(foot);
        Gzip.writeTrailer(out, crc(), length(Coding.IDENTITY));
        return out.toByteArray();
    }

    private int gzipLength() {
        int stored = 2 * STORED_OVERHEAD + head.length + firstLength() + foot.length;
        return Gzip.HEADER_LENGTH + stored + packedLength() + Gzip.TRAILER_LENGTH;
    }

    private int plainStart() {
        return isEmpty() ? items.plain().length : items.plainStart(from);
    }

    private int plainLength() {
        return items.plain().length - plainStart();
    }

    private int firstLength() {
        return isEmpty() ? 0 : items.plainEnds()[from] - plainStart();
    }

    private int packedStart() {
        return isEmpty() ? items.packed().length : items.packedEnds()[from];
    }

    private int packedLength() {
        return items.packed().length - packedStart();
    }

    private boolean isEmpty() {
        return from >= items.size();
    }

    private int crc() {
        CRC32 crc = new CRC32();
        crc.update(head);
        crc.update(items.plain(), plainStart(), plainLength());
        crc.update(foot);
        return (int) crc.getValue();
    }

    private static void writeStoredHeader(ByteArrayOutputStream out, boolean last, int length) {
        out.write(last ? 1 : 0);
        out.write(length);
        out.write(length >>> Byte.SIZE);
        out.write(~length);
        out.write(~length >>> Byte.SIZE);
    }
}
