package weservstatus.uptime;

import java.util.Optional;

/**
 * Latency of good, warm observations in milliseconds.
 *
 * @param n how many there were
 * @param p50 absent when n is 0
 * @param p99 absent below n = 300: fewer than three samples would lie above it
 */
public record Percentiles(
        long n, Optional<Double> p50, Optional<Double> p95, Optional<Double> p99) {
    public static final Percentiles NONE =
            new Percentiles(0, Optional.empty(), Optional.empty(), Optional.empty());
}
