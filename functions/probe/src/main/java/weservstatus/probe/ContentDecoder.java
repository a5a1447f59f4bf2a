package weservstatus.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

/** Undoes the content encoding, bounded in size and in ratio, so that no answer can fill memory. */
final class ContentDecoder {
    private static final int MAX_RATIO = 20;

    /** Below this the ratio does not matter: a small page of spaces is no bomb. */
    private static final int ALWAYS_ALLOWED = 64 * 1024;

    private static final int BUFFER = 16 * 1024;

    private ContentDecoder() {}

    static byte[] decode(byte[] body, String encoding) throws IOException {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "gzip", "x-gzip" -> body.length == 0 ? body : inflate(body);
            default ->
                    throw broken(
                            FailureReason.PROTOCOL,
                            "The answer is encoded as "
                                    + Words.quoted(encoding)
                                    + ", which was not asked for");
        };
    }

    private static byte[] inflate(byte[] body) throws IOException {
        int limit =
                Math.min(BodyReader.MAX_BYTES, Math.max(ALWAYS_ALLOWED, MAX_RATIO * body.length));
        var out = new ByteArrayOutputStream(Math.min(limit, 4 * body.length));
        byte[] buffer = new byte[BUFFER];
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                if (out.size() > limit) {
                    throw tooLarge(body.length, limit);
                }
            }
        } catch (BrokenException e) {
            throw e;
        } catch (IOException ignored) {
            throw broken(FailureReason.PROTOCOL, "The gzip encoding of the body is damaged");
        }
        return out.toByteArray();
    }

    private static IOException tooLarge(int encoded, int limit) {
        return broken(
                FailureReason.TOO_LARGE,
                "The body of " + encoded + " bytes inflates to more than " + limit + " bytes");
    }

    private static BrokenException broken(FailureReason reason, String message) {
        return new BrokenException(reason, Phase.TRANSFER, message);
    }
}
