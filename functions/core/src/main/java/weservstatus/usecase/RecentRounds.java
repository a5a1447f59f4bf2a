package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weservstatus.check.Catalogue;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.observe.Round;
import weservstatus.store.RoundStore;
import weservstatus.time.Interval;

/**
 * The rounds of the last hours, kept between two reviews so that each review reads only what may be
 * new. Rounds that arrive later than {@link #LATE} after their slot are seen by the next process.
 */
final class RecentRounds {
    /** How late a round may arrive and still be read by a process that has already looked. */
    static final Duration LATE = Duration.ofMinutes(5);

    private record Identity(LocationId location, Instant slot, int number) {
        static Identity of(Round round) {
            return new Identity(round.location(), round.slot().start(), round.number());
        }
    }

    private final Catalogue catalogue;
    private final RoundStore store;
    private final Map<Identity, Round> known = new LinkedHashMap<>();
    private Instant readFrom = Instant.MAX;
    private Instant readThrough = Instant.MIN;

    RecentRounds(Catalogue catalogue, RoundStore store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** All rounds of slots that start in the interval; what lies before it is forgotten. */
    List<Round> in(Interval starts) {
        boolean covered = !starts.start().isBefore(readFrom);
        Instant from =
                covered && readThrough.isAfter(starts.start().plus(LATE))
                        ? readThrough.minus(LATE)
                        : starts.start();
        for (Location location : catalogue.locations()) {
            for (Round round : store.list(location.id(), new Interval(from, starts.end()))) {
                known.put(Identity.of(round), round);
            }
        }
        known.keySet().removeIf(identity -> identity.slot().isBefore(starts.start()));
        readFrom = starts.start();
        readThrough = starts.end();
        return new ArrayList<>(known.values());
    }
}
