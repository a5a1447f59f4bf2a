package weservstatus.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.ComponentId;
import weservstatus.time.Interval;

/**
 * Whose trials are counted together: those of one component on one path, so that green answers from
 * the cache never dilute a tier that fails.
 */
public record ErrorPool(ComponentId component, CachePath path) implements Comparable<ErrorPool> {

    public static ErrorPool of(Check check) {
        return new ErrorPool(check.component(), check.cachePath());
    }

    /**
     * The state of each pool of the catalogue at the end of the window. What was seen while its
     * check was failing is left out: that is an outage, told as such and over when it is over.
     *
     * @param window the time whose trials count, long enough for {@link ErrorCusum} to have
     *     forgotten what was before: a day
     */
    public static SortedMap<ErrorPool, ErrorCusum> decide(
            Catalogue catalogue, Sightings sightings, Interval window) {
        SortedMap<ErrorPool, List<Trial>> trials = new TreeMap<>();
        for (Check check : catalogue.active()) {
            CheckHistory history = CheckHistory.of(catalogue, check, sightings, window);
            trials.computeIfAbsent(of(check), id -> new ArrayList<>()).addAll(trials(history));
        }
        SortedMap<ErrorPool, ErrorCusum> states = new TreeMap<>();
        trials.forEach(
                (pool, all) -> states.put(pool, ErrorCusum.of(all, pool.threshold(catalogue))));
        return states;
    }

    private static List<Trial> trials(CheckHistory history) {
        List<Trial> trials = new ArrayList<>();
        Iterator<Sighting> seen = history.sightings().iterator();
        Optional<Sighting> next = next(seen);
        for (Piece<CheckState> piece : history.states()) {
            while (next.isPresent() && next.get().at().isBefore(piece.to())) {
                boolean counts = !next.get().at().isBefore(piece.from());
                if (counts && piece.value() != CheckState.FAILING) {
                    next.flatMap(Trial::of).ifPresent(trials::add);
                }
                next = next(seen);
            }
        }
        return trials;
    }

    private static Optional<Sighting> next(Iterator<Sighting> seen) {
        return seen.hasNext() ? Optional.of(seen.next()) : Optional.empty();
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
