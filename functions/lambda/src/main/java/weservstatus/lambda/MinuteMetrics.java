package weservstatus.lambda;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import weservstatus.status.StatusSnapshot;

/**
 * Tells the figures of the page once in each minute of the clock, however many reviews there are.
 * That they could not be told is written down and disturbs nothing.
 */
final class MinuteMetrics {
    private final Metrics metrics;
    private final InstantSource clock;
    private final Consumer<String> troubles;
    private Instant told = Instant.EPOCH;

    MinuteMetrics(Metrics metrics, InstantSource clock, Consumer<String> troubles) {
        this.metrics = metrics;
        this.clock = clock;
        this.troubles = troubles;
    }

    void tell(StatusSnapshot snapshot) {
        Instant now = clock.instant();
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        Map<String, Double> figures = PageMetrics.of(snapshot);
        if (minute.equals(told) || figures.isEmpty()) {
            return;
        }
        told = minute;
        try {
            metrics.put(figures, now);
        } catch (RuntimeException e) {
            troubles.accept("cannot tell the figures of the page: " + e);
        }
    }
}
