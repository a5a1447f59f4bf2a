package weservstatus.lambda;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.CheckCounts;

/**
 * What CloudWatch is told of the page each minute: few figures of the whole, for each series costs
 * money.
 */
final class PageMetrics {
    static final String AVAILABILITY = "Availability";
    static final String COVERAGE = "Coverage";
    static final String P95 = "P95";

    private static final double PERCENT = 100;

    private PageMetrics() {}

    /**
     * The figures that there are, by name: the share of known checks that are good and the share of
     * all checks that are known, both in percent, and the time in milliseconds that nineteen of
     * twenty answers kept in the newest hour.
     */
    static Map<String, Double> of(StatusSnapshot snapshot) {
        Map<String, Double> figures = new TreeMap<>();
        CheckCounts checks = snapshot.checks();
        int known = checks.active() - checks.unknown();
        share(known - checks.failing(), known).ifPresent(of -> figures.put(AVAILABILITY, of));
        share(known, checks.active()).ifPresent(of -> figures.put(COVERAGE, of));
        snapshot.speed().hours().reversed().stream()
                .flatMap(hour -> hour.latency().p95().stream())
                .findFirst()
                .ifPresent(slow -> figures.put(P95, slow));
        return figures;
    }

    private static OptionalDouble share(int part, int whole) {
        return whole <= 0 ? OptionalDouble.empty() : OptionalDouble.of(PERCENT * part / whole);
    }
}
