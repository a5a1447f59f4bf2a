package weservstatus.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import weservstatus.store.Sha256Hex;

/**
 * Counts what single visitors ask for, so that nobody can have mails sent without end. Visitors are
 * known by a digest that is forgotten with the hour.
 */
final class VisitorRate {
    private static final String FORWARDED = "x-forwarded-for";

    private final int mostOfOne;
    private final int mostOfAll;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant hour = Instant.EPOCH;
    private int all;

    /**
     * @param mostOfOne in one hour of the clock
     * @param mostOfAll in one hour of the clock, of all visitors together
     */
    VisitorRate(int mostOfOne, int mostOfAll) {
        this.mostOfOne = mostOfOne;
        this.mostOfAll = mostOfAll;
    }

    /** Whether one more request is taken now; it counts if so. */
    synchronized boolean allows(Request request, Instant now) {
        Instant current = now.truncatedTo(ChronoUnit.HOURS);
        if (!current.equals(hour)) {
            hour = current;
            all = 0;
            counts.clear();
        }
        String visitor = visitor(request);
        int before = counts.getOrDefault(visitor, 0);
        boolean allowed = before < mostOfOne && all < mostOfAll;
        if (allowed) {
            counts.put(visitor, before + 1);
            all++;
        }
        return allowed;
    }

    /** The nearest proxy's word for who asks: what stands before it anybody may have made up. */
    private static String visitor(Request request) {
        String forwarded = request.header(FORWARDED).orElse("");
        String nearest = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return Sha256Hex.of(nearest.getBytes(StandardCharsets.UTF_8));
    }
}
