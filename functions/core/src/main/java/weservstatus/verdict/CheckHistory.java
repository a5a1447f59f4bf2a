package weservstatus.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.time.Interval;

/**
 * One check with what was seen of it and what that means.
 *
 * @param sightings oldest first
 * @param states a total line over the window that was asked for
 */
record CheckHistory(Check check, List<Sighting> sightings, List<Piece<CheckState>> states) {

    static CheckHistory of(Catalogue catalogue, Check check, Sightings sightings, Interval window) {
        List<Sighting> seen = sightings.of(check.id());
        return new CheckHistory(
                check, seen, CheckLine.of(seen, Terms.of(catalogue, check), window));
    }

    /**
     * What was seen within the window while the check was not failing. The rest was an outage, told
     * as such and over when it is over.
     */
    List<Sighting> outsideOutages() {
        return seenWhile(state -> state != CheckState.FAILING);
    }

    /** How long its answers took, outages left out. */
    List<Timing> timings() {
        return outsideOutages().stream().flatMap(seen -> Timing.of(check, seen).stream()).toList();
    }

    /** What was seen within the window while its check had no outage at all, nor one for some. */
    List<Sighting> untold() {
        return seenWhile(state -> state != CheckState.FAILING && state != CheckState.PARTIAL);
    }

    private List<Sighting> seenWhile(Predicate<CheckState> wanted) {
        List<Sighting> found = new ArrayList<>();
        int next = 0;
        for (Piece<CheckState> piece : states) {
            while (next < sightings.size() && sightings.get(next).at().isBefore(piece.to())) {
                Sighting seen = sightings.get(next++);
                if (!seen.at().isBefore(piece.from()) && wanted.test(piece.value())) {
                    found.add(seen);
                }
            }
        }
        return found;
    }
}
