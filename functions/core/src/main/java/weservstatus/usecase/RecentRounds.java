package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * new. Once an hour it reads all, so that rounds which came later than {@link #LATE} after their
 * slot are seen, too.
 */
final class RecentRounds {
    /** How long after the end of its slot a round may arrive and still be read. */
    static final Duration LATE = Duration.ofMinutes(5);

    /**
     * What there is at {@code now} and what of it was not there the last time.
     *
     * @param late a round that began before another one of its location, known the last time, ended
     * @param whole whether all were read again
     */
    record Reading(
            Instant now, List<Round> all, List<Round> arrived, List<Round> late, boolean whole) {
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
    private final Map<Round.Identity, Round> known = new LinkedHashMap<>();
    private Instant readFrom = Instant.MAX;
    private Instant lastRead = Instant.EPOCH;

    RecentRounds(Catalogue catalogue, RoundStore store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** All rounds of slots that start in the interval; what lies before it is forgotten. */
    Reading in(Instant first, Instant now) {
        boolean whole = isDue(first, now);
        Instant from = whole ? first : firstUnread(first, now);
        Interval unread = new Interval(from, now.plus(round()));
        Map<LocationId, Instant> ends = ends();
        List<Round> arrived = new ArrayList<>();
        for (Location location : catalogue.locations()) {
            for (Round round : store.list(location.id(), unread)) {
                if (known.putIfAbsent(round.identity(), round) == null) {
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
                arrived.stream().filter(round -> isLate(round, ends)).toList(),
                whole);
    }

    private boolean isDue(Instant first, Instant now) {
        boolean sameHour =
                lastRead.truncatedTo(ChronoUnit.HOURS).equals(now.truncatedTo(ChronoUnit.HOURS));
        return first.isBefore(readFrom) || !sameHour;
    }

    /** No later than either clock reading, should the clock have been set back. */
    private Instant firstUnread(Instant first, Instant now) {
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
