package weservstatus.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weservstatus.check.LocationId;
import weservstatus.time.Interval;

/** The state of one check over time, from all locations. */
final class CheckLine {

    private CheckLine() {}

    /** A total line over the window; {@code sightings} oldest first, also from before it. */
    static List<Piece<CheckState>> of(List<Sighting> sightings, Terms terms, Interval window) {
        Map<LocationId, List<Sighting>> byLocation = new TreeMap<>();
        for (Sighting sighting : sightings) {
            if (sighting.isJudged()) {
                byLocation
                        .computeIfAbsent(sighting.location(), id -> new ArrayList<>())
                        .add(sighting);
            }
        }
        List<Asked> asked = Asked.of(sightings);
        List<List<Piece<Stance>>> lines =
                byLocation.values().stream()
                        .map(judged -> PlaceLine.of(judged, terms, asked))
                        .map(line -> Line.total(line, window, Stance.SILENT))
                        .toList();
        return Line.combine(lines, window, pieces -> state(pieces, terms));
    }

    private static CheckState state(List<Piece<Stance>> pieces, Terms terms) {
        return CheckRule.decide(pieces.stream().map(Piece::value).toList(), terms.locations());
    }
}
