package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weservstatus.check.Catalogue;
import weservstatus.check.Location;
import weservstatus.check.LocationId;
import weservstatus.observe.ControlState;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.time.Slot;

/** From the scheduled rounds to what the locations do and how far the data reaches. */
final class LocationRule {

    private final Catalogue catalogue;
    private final List<Round> scheduled;
    private final Instant now;

    LocationRule(Catalogue catalogue, List<Round> recent, Instant now) {
        this.catalogue = catalogue;
        this.now = now;
        this.scheduled =
                recent.stream()
                        .filter(round -> round.number() == 0 && !round.started().isAfter(now))
                        .toList();
    }

    List<LocationVerdict> locations() {
        return catalogue.locations().stream().map(this::verdict).toList();
    }

    private LocationVerdict verdict(Location location) {
        Duration fresh = Terms.freshness(catalogue.pace().round());
        List<Round> tried =
                scheduled.stream()
                        .filter(round -> round.location().equals(location.id()))
                        .filter(LocationRule::wasTried)
                        .toList();
        Optional<Round> newest = tried.stream().max(Comparator.comparing(Round::started));
        boolean sees = tried.stream().anyMatch(r -> isFresh(r, fresh) && saysSomething(r));
        LocationState state =
                newest.filter(round -> isFresh(round, fresh))
                        .map(round ->
                                isBlind(round) ? LocationState.BLIND : LocationState.REPORTING)
                        .orElse(LocationState.SILENT);
        return new LocationVerdict(location.id(), state, newest.map(Round::started), sees);
    }

    /** The end of the newest slot that a strict majority says something about, at most now. */
    Optional<Instant> dataThrough() {
        Map<Slot, Set<LocationId>> heard = new HashMap<>();
        for (Round round : scheduled) {
            if (saysSomething(round)) {
                heard.computeIfAbsent(round.slot(), slot -> new HashSet<>()).add(round.location());
            }
        }
        return heard.entrySet().stream()
                .filter(entry -> configured(entry.getValue()) * 2 > catalogue.locations().size())
                .map(entry -> entry.getKey().end())
                .max(Comparator.naturalOrder())
                .map(end -> end.isAfter(now) ? now : end);
    }

    private long configured(Set<LocationId> heard) {
        return catalogue.locations().stream().filter(l -> heard.contains(l.id())).count();
    }

    private boolean isFresh(Round round, Duration fresh) {
        return now.isBefore(round.started().plus(fresh));
    }

    private static boolean wasTried(Round round) {
        return round.observations().isEmpty()
                || round.observations().stream().anyMatch(o -> o.result() != Result.NO_DATA);
    }

    /** A judged observation, or nothing was due at a location that can see. */
    private static boolean saysSomething(Round round) {
        return round.observations().isEmpty()
                ? round.controls().provider() != ControlState.FAILED
                : round.observations().stream().map(Observation::result).anyMatch(Result::isJudged);
    }

    private static boolean isBlind(Round round) {
        return round.controls().provider() == ControlState.FAILED && !saysSomething(round);
    }
}
