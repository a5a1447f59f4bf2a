package weservstatus.check;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * When one place last looked at each check by a scheduled round, so that what waits longest is
 * asked next.
 *
 * @param since when the place began to keep that in mind
 * @param last start of the slot of the last look
 */
public record Looks(Instant since, Map<CheckId, Instant> last) {
    public Looks {
        last = Collections.unmodifiableMap(new TreeMap<>(last));
    }

    /** Of a place that begins. */
    public static Looks none(Instant since) {
        return new Looks(since, Map.of());
    }

    /** These were looked at as well. */
    public Looks with(Collection<CheckId> checks, Instant slot) {
        Map<CheckId, Instant> newer = new TreeMap<>(last);
        checks.forEach(check -> newer.merge(check, slot, (a, b) -> a.isAfter(b) ? a : b));
        return new Looks(since, newer);
    }

    /**
     * How long the check has waited, in intervals of its own: 1 when its turn has come, more when
     * it is late. One that was never looked at begins with 1.
     *
     * @param interval the real one, in whole slots
     */
    public double waited(CheckId check, Duration interval, Instant slot) {
        Instant seen = last.getOrDefault(check, since.minus(interval));
        return (double) Duration.between(seen, slot).toMillis() / interval.toMillis();
    }
}
