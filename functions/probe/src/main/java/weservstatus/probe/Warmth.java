package weservstatus.probe;

import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;

/**
 * Tells when a young process measures itself: until some answers came, classes are loaded and code
 * is interpreted, and the first TLS handshake takes ten times as long as a later one. Counted for
 * http and https apart; a whole first round counts as cold, because all its attempts begin before
 * any is answered.
 */
final class Warmth {
    /** Answers that must have come before an attempt begins for its latency to count. */
    static final int NEEDED = 3;

    private final AtomicInteger plain = new AtomicInteger();
    private final AtomicInteger secure = new AtomicInteger();

    boolean isCold(HttpUrl url) {
        return of(url).get() < NEEDED;
    }

    void answered(HttpUrl url) {
        of(url).updateAndGet(count -> Math.min(NEEDED, count + 1));
    }

    private AtomicInteger of(HttpUrl url) {
        return url.isHttps() ? secure : plain;
    }
}
