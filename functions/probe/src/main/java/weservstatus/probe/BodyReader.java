package weservstatus.probe;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import okhttp3.Headers;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

/** Reads one body as it comes over the wire, bounded, and knows how far it got. */
final class BodyReader {
    /** For the body as sent and, once more, for the body as decoded. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final int BUFFER = 16 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private boolean begun;
    private OptionalLong declared = OptionalLong.empty();

    /**
     * @param bodiless whether the answer has no body whatever its header declares, as to a HEAD
     */
    byte[] read(InputStream in, Headers headers, boolean bodiless) throws IOException {
        OptionalLong length = declaredLength(headers);
        if (bodiless) {
            return new byte[0];
        }
        begun = true;
        declared = length;
        if (length.orElse(0) > MAX_BYTES) {
            throw tooLarge(
                    "The body of the answer is declared as " + length.getAsLong() + " bytes");
        }
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            body.write(buffer, 0, n);
            if (body.size() > MAX_BYTES) {
                throw tooLarge("The body of the answer has more bytes");
            }
        }
        return body.toByteArray();
    }

    boolean hasBegun() {
        return begun;
    }

    /** How much of the body came, in words. */
    String progress() {
        return declared.isPresent()
                ? body.size() + " of " + declared.getAsLong() + " bytes"
                : body.size() + " bytes";
    }

    private static OptionalLong declaredLength(Headers headers) throws IOException {
        List<String> values = headers.values("Content-Length").stream().distinct().toList();
        if (values.isEmpty()) {
            return OptionalLong.empty();
        }
        String value = values.getFirst();
        if (values.size() > 1 || !value.matches("\\d{1,18}")) {
            String stated = Words.quoted(String.join(", ", values));
            throw new BrokenException(
                    FailureReason.PROTOCOL,
                    Phase.TRANSFER,
                    "The answer declares no valid length: Content-Length is " + stated);
        }
        return OptionalLong.of(Long.parseLong(value));
    }

    private static IOException tooLarge(String what) {
        return new BrokenException(
                FailureReason.TOO_LARGE, Phase.TRANSFER, what + ", the limit is " + MAX_BYTES);
    }
}
