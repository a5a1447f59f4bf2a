package weservstatus.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.time.Interval;

/** Which checks a location must ask again, because somebody's scheduled look at them was bad. */
final class Confirmations {

    private static final int MOST = 2;

    private final Catalogue catalogue;
    private final Sightings sightings;
    private final Instant now;

    Confirmations(Catalogue catalogue, Sightings sightings, Instant now) {
        this.catalogue = catalogue;
        this.sightings = sightings;
        this.now = now;
    }

    Set<CheckId> dueAt(LocationId location) {
        Set<CheckId> due = new TreeSet<>();
        for (Check check : catalogue.active()) {
            if (isDue(check, location)) {
                due.add(check.id());
            }
        }
        return due;
    }

    private boolean isDue(Check check, LocationId location) {
        List<Sighting> seen = sightings.of(check.id());
        Terms terms = Terms.of(catalogue, check);
        Optional<Sighting> cause = cause(seen, terms);
        return cause.isPresent()
                && isOpen(cause.get(), seen, location, terms)
                && state(seen, terms) != CheckState.FAILING;
    }

    /** The newest scheduled look of any location that was bad and that is its latest. */
    private Optional<Sighting> cause(List<Sighting> seen, Terms terms) {
        Set<LocationId> passed = new TreeSet<>();
        return seen.reversed().stream()
                .filter(sighting -> sighting.number() == 0 && sighting.isJudged())
                .filter(sighting -> passed.add(sighting.location()))
                .filter(Sighting::isBad)
                .filter(sighting -> now.isBefore(sighting.at().plus(terms.fresh())))
                .findFirst();
    }

    /** At once if this location did not answer yet; once more later if its answer was no good. */
    private boolean isOpen(Sighting cause, List<Sighting> seen, LocationId location, Terms terms) {
        List<Sighting> confirms =
                seen.stream()
                        .filter(s -> s.number() > 0 && s.location().equals(location))
                        .filter(sighting -> !sighting.at().isBefore(cause.at()))
                        .toList();
        if (confirms.isEmpty()) {
            return true;
        }
        return confirms.size() < MOST
                && !confirms.getLast().isGood()
                && !now.isBefore(cause.at().plus(terms.apart()));
    }

    private CheckState state(List<Sighting> seen, Terms terms) {
        Interval window = Verdicts.windowUpTo(now, terms.fresh());
        return CheckLine.of(seen, terms, window).getLast().value();
    }
}
