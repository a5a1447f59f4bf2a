package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.store.RoundStore;
import weservstatus.time.Interval;

/**
 * The rounds of the last hours, kept between two reviews so that each review reads only what may be
 * new. Rounds that arrive later than {@link #LATE} after their slot are seen by the next process.
 */
final class RecentRounds {
    /** How long after the end of its slot a round may arrive and still be read. */
    static final Duration LATE = Duration.ofMinutes(5);

    private record Identity(LocationId location, Instant slot, int number) {
        static Identity of(Round round) {
            return new Identity(round.location(), round.slot().start(), round.number());
        }
    }

    /**
     * What there is at {@code now} and what of it was not there the last time.
     *
     * @param late a round that began before another one of its location, known the last time, ended
     */
    record Reading(Instant now, List<Round> all, List<Round> arrived, List<Round> late) {
        /** The checks of which any observation failed. */
        Set<CheckId> failed() {
            return all.stream()
                    .flatMap(round -> round.observations().stream())
                    .filter(observation -> observation.result() == Result.FAILED)
                    .map(Observation::check)
                    .collect(Collectors.toSet());
        }

        /** Those of slots that start at that moment or later. */
        List<Round> since(Instant moment) {
            return all.stream().filter(round -> !round.slot().start().isBefore(moment)).toList();
        }
    }

    private final Catalogue catalogue;
    private final RoundStore store;
    private final Map<Identity, Round> known = new LinkedHashMap<>();
    private Instant readFrom = Instant.MAX;
    private Instant lastRead = Instant.MIN;

    RecentRounds(Catalogue catalogue, RoundStore store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** All rounds of slots that start in the interval; what lies before it is forgotten. */
    Reading in(Instant first, Instant now) {
        Interval unread = new Interval(firstUnread(first, now), now.plus(round()));
        Map<LocationId, Instant> ends = ends();
        List<Round> arrived = new ArrayList<>();
        for (Location location : catalogue.locations()) {
            for (Round round : store.list(location.id(), unread)) {
                if (known.putIfAbsent(Identity.of(round), round) == null) {
                    arrived.add(round);
                }
            }
        }
        known.keySet().removeIf(identity -> identity.slot().isBefore(first));
        readFrom = first;
        lastRead = now;
        return new Reading(
                now,
                List.copyOf(known.values()),
                arrived,
                arrived.stream().filter(round -> isLate(round, ends)).toList());
    }

    /** No later than either clock reading, should the clock have been set back. */
    private Instant firstUnread(Instant first, Instant now) {
        if (first.isBefore(readFrom)) {
            return first;
        }
        Instant read = (lastRead.isBefore(now) ? lastRead : now).minus(LATE).minus(round());
        return read.isAfter(first) ? read : first;
    }

    private Map<LocationId, Instant> ends() {
        Map<LocationId, Instant> ends = new LinkedHashMap<>();
        known.values()
                .forEach(round ->
                        ends.merge(
                                round.location(),
                                round.finished(),
                                (a, b) -> a.isAfter(b) ? a : b));
        return ends;
    }

    private static boolean isLate(Round round, Map<LocationId, Instant> ends) {
        return round.started().isBefore(ends.getOrDefault(round.location(), Instant.MIN));
    }

    private Duration round() {
        return catalogue.pace().round();
    }
}
