package weservstatus.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.ComponentId;

/**
 * Whose trials are counted together: those of one component on one path, so that green answers from
 * the cache never dilute a tier that fails.
 */
public record ErrorPool(ComponentId component, CachePath path) implements Comparable<ErrorPool> {

    public static ErrorPool of(Check check) {
        return new ErrorPool(check.component(), check.cachePath());
    }

    /** The state of each pool at the end of the histories, which must reach back for a day. */
    static SortedMap<ErrorPool, ErrorCusum> decide(
            Catalogue catalogue, List<CheckHistory> histories) {
        SortedMap<ErrorPool, List<Trial>> trials = new TreeMap<>();
        for (CheckHistory history : histories) {
            List<Trial> pooled =
                    trials.computeIfAbsent(of(history.check()), id -> new ArrayList<>());
            history.outsideOutages().forEach(seen -> Trial.of(seen).ifPresent(pooled::add));
        }
        SortedMap<ErrorPool, ErrorCusum> states = new TreeMap<>();
        trials.forEach(
                (pool, all) -> states.put(pool, ErrorCusum.of(all, pool.threshold(catalogue))));
        return states;
    }

    /** The threshold of {@link ErrorCusum} at the pool's own rate. */
    public double threshold(Catalogue catalogue) {
        return ErrorCusum.threshold(perMinute(catalogue));
    }

    /** Scheduled trials a minute, from all locations together. */
    public double perMinute(Catalogue catalogue) {
        double perLocation = 0;
        for (Check check : catalogue.active()) {
            if (of(check).equals(this)) {
                Duration interval = check.schedule().interval(catalogue.pace().round());
                perLocation += (double) Duration.ofMinutes(1).toMillis() / interval.toMillis();
            }
        }
        return perLocation * catalogue.locations().size();
    }

    @Override
    public int compareTo(ErrorPool other) {
        return Comparator.comparing(ErrorPool::component)
                .thenComparing(ErrorPool::path)
                .compare(this, other);
    }
}
