package weservstatus.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the page, ready to be sent.
 *
 * @param compressed the bytes in gzip, compressed once; the same array as {@code bytes} where that
 *     gains nothing
 * @param etag of the uncompressed bytes, without quotes
 */
@SuppressWarnings("ArrayRecordComponent") // Built once and shared; never compared.
record SiteFile(String mediaType, byte[] bytes, byte[] compressed, String etag) {

    static SiteFile of(String name, byte[] bytes) {
        String mediaType = MediaTypes.of(name);
        byte[] smaller = MediaTypes.isText(mediaType) ? gzip(bytes) : bytes;
        return new SiteFile(
                mediaType, bytes, smaller.length < bytes.length ? smaller : bytes, hash(bytes));
    }

    boolean shrinks() {
        return compressed.length < bytes.length;
    }

    private static byte[] gzip(byte[] bytes) {
        var target = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
