package weservstatus.lambda;

import java.time.Instant;
import java.util.Map;

/** Port to where figures of the page are kept as time series. */
@FunctionalInterface
interface Metrics {
    /** Keeps the figures of this moment, by their names. */
    void put(Map<String, Double> figures, Instant at);
}
