package weservstatus.probe;

import java.io.IOException;
import okhttp3.Headers;
import weservstatus.check.HttpVersion;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

/**
 * Bounds the raw bytes that one connection may bring, below all parsing: a header without an end, a
 * line without an end. What these bytes mean is bounded exactly elsewhere.
 */
final class WireBudget {
    /** Bytes of all header lines. */
    static final int MAX_HEADER = 64 * 1024;

    /** What may come along with a header in the same segments. */
    private static final int SEGMENTS = 32 * 1024;

    /** Room for a body of the greatest size with its framing. */
    private static final int MAX_TOTAL = 2 * BodyReader.MAX_BYTES;

    private final int beforeHeader;
    private volatile int allowed = MAX_TOTAL;
    private volatile int received;

    /** HTTP/2 reads ahead on a thread of its own, so there a whole body may come along. */
    WireBudget(HttpVersion version) {
        this.beforeHeader =
                switch (version) {
                    case HTTP_1_1 -> MAX_HEADER + SEGMENTS;
                    case HTTP_2 -> MAX_TOTAL;
                };
    }

    void awaitHeader() {
        allowed = received + beforeHeader;
    }

    /** Checks the length of what came: names and values with what stands between them. */
    void headerArrived(Headers headers) throws IOException {
        allowed = MAX_TOTAL;
        if (headers.byteCount() > MAX_HEADER) {
            throw headerTooLong();
        }
    }

    // One thread reads a connection at a time, so the sum needs no atomic update.
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void spend(int bytes) throws IOException {
        received += Math.max(0, bytes);
        if (received > allowed) {
            throw allowed < MAX_TOTAL ? headerTooLong() : tooMuch();
        }
    }

    private static IOException headerTooLong() {
        return new BrokenException(
                FailureReason.PROTOCOL,
                Phase.FIRST_BYTE,
                "The header of the answer is longer than " + MAX_HEADER / 1024 + " KB");
    }

    private static IOException tooMuch() {
        return new BrokenException(
                FailureReason.TOO_LARGE,
                Phase.TRANSFER,
                "The answer takes more than " + MAX_TOTAL + " bytes on the wire");
    }
}
