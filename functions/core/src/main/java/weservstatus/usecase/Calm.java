package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
import weservstatus.observe.ControlState;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.status.Announcements.WorkState;
import weservstatus.status.Reach;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.CheckCounts;
import weservstatus.status.StatusSnapshot.PlaceState;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.LocationState;
import weservstatus.verdict.LocationVerdict;
import weservstatus.verdict.Verdicts;

/**
 * Whether what a review found holds still after some more rounds, so that no other review is needed
 * for them. It does while everything was well, and each round since then is a scheduled one in
 * which all passed in time; but never longer than {@link #LONGEST} and never past the full hour,
 * for figures of the past are counted by reviews alone.
 */
final class Calm {
    /** How old the figures of the past may get while nothing happens. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** Rounds of so many slots before the review tell what the places do. */
    private static final int SLOTS = 4;

    private final Catalogue catalogue;
    private final StatusSnapshot found;
    private final Map<Round.Identity, Round> rounds = new LinkedHashMap<>();

    Calm(Catalogue catalogue, Review.Outcome outcome) {
        this.catalogue = catalogue;
        this.found = outcome.snapshot();
        Instant first = found.generatedAt().minus(catalogue.pace().round().multipliedBy(SLOTS));
        outcome.rounds().stream()
                .filter(round -> !round.slot().start().isBefore(first))
                .forEach(round -> rounds.put(round.identity(), round));
    }

    /**
     * How far the data reach with the rounds that arrived; absent when only a review can tell what
     * is true now.
     */
    Optional<Reach> after(List<Round> arrived, Instant now) {
        arrived.forEach(round -> rounds.put(round.identity(), round));
        return isWell(now) && arrived.stream().allMatch(Calm::isGood)
                ? reach(now)
                : Optional.empty();
    }

    private Optional<Reach> reach(Instant now) {
        List<Round> all = List.copyOf(rounds.values());
        List<LocationVerdict> places = Verdicts.locations(catalogue, all, now);
        boolean heard = places.stream().allMatch(place -> place.state() == LocationState.REPORTING);
        return Verdicts.dataThrough(catalogue, all, now)
                .filter(through -> heard)
                .map(through -> new Reach(through, lastRounds(places)));
    }

    private static Map<LocationId, Instant> lastRounds(List<LocationVerdict> places) {
        return places.stream()
                .filter(place -> place.lastRound().isPresent())
                .collect(
                        Collectors.toMap(
                                LocationVerdict::location, place -> place.lastRound().get()));
    }

    private boolean isWell(Instant now) {
        Instant at = found.generatedAt();
        CheckCounts checks = found.checks();
        return now.isBefore(at.plus(LONGEST))
                && hour(now).equals(hour(at))
                && found.status() == ComponentStatus.OPERATIONAL
                && checks.good() == checks.active()
                && found.places().stream().allMatch(p -> p.state() == PlaceState.REPORTING)
                && found.announcements().open().isEmpty()
                && found.announcements().works().stream().noneMatch(work -> isOn(work, now));
    }

    /** Whether the work is under way, or has begun or ended since the review. */
    private boolean isOn(WorkState work, Instant now) {
        return !work.start().isAfter(now) && work.end().isAfter(found.generatedAt());
    }

    private static boolean isGood(Round round) {
        return round.number() == 0
                && round.controls().provider() != ControlState.FAILED
                && round.observations().stream().allMatch(o -> o.result() == Result.PASSED);
    }

    private static Instant hour(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS);
    }
}
