package weservstatus.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import weservstatus.time.Interval;

/** The status of one component over time: the only place where it is computed. */
final class ComponentLine {

    /** A check's state and its newest good answer; the latter only where it can matter. */
    private record Standing(boolean vital, CheckState state, Instant answered) {}

    private ComponentLine() {}

    /** A total line over the window, which is the window of the checks' histories too. */
    static List<Piece<ComponentStatus>> of(List<CheckHistory> checks, Interval window) {
        List<List<Piece<Standing>>> lines = checks.stream().map(ComponentLine::standings).toList();
        return Line.combine(lines, window, ComponentLine::status);
    }

    /** The check's states, cut anew at each good answer of a check that is not vital. */
    private static List<Piece<Standing>> standings(CheckHistory history) {
        NavigableSet<Instant> answers = new TreeSet<>();
        if (!history.check().vital()) {
            history.sightings().stream()
                    .filter(Sighting::isGood)
                    .map(Sighting::at)
                    .forEach(answers::add);
        }
        List<Piece<Standing>> line = new ArrayList<>();
        for (Piece<CheckState> piece : history.states()) {
            List<Instant> cuts = new ArrayList<>();
            cuts.add(piece.from());
            cuts.addAll(answers.subSet(piece.from(), false, piece.to(), false));
            for (int i = 0; i < cuts.size(); i++) {
                Instant to = i + 1 < cuts.size() ? cuts.get(i + 1) : piece.to();
                Instant answered =
                        Optional.ofNullable(answers.floor(cuts.get(i))).orElse(Instant.MIN);
                line.add(
                        new Piece<>(
                                cuts.get(i),
                                to,
                                new Standing(history.check().vital(), piece.value(), answered)));
            }
        }
        return line;
    }

    private static ComponentStatus status(List<Piece<Standing>> pieces) {
        Instant onset =
                pieces.stream()
                        .filter(piece -> piece.value().vital())
                        .map(Piece::from)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.MIN);
        return ComponentRule.decide(
                pieces.stream().map(piece -> fact(piece.value(), onset)).toList());
    }

    private static CheckFact fact(Standing standing, Instant onset) {
        return new CheckFact(
                standing.vital(), standing.state(), standing.answered().isAfter(onset));
    }
}
