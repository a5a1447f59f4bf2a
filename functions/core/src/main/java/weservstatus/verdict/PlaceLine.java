package weservstatus.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one location says about one check over time. Said with hindsight: the first bad answer of a
 * run that was confirmed later counts as bad from its own beginning.
 */
final class PlaceLine {

    /** In how many slots a place must find the service bad to be believed alone. */
    private static final int LONG = 3;

    private final List<Sighting> judged;
    private final Terms terms;
    private final List<Asked> asked;
    private final List<Piece<Stance>> pieces = new ArrayList<>();
    private Optional<Instant> lastGood = Optional.empty();

    private PlaceLine(List<Sighting> judged, Terms terms, List<Asked> asked) {
        this.judged = judged;
        this.terms = terms;
        this.asked = asked;
    }

    /**
     * From one location's judged sightings of one check, oldest first.
     *
     * @param asked when all were asked again
     */
    static List<Piece<Stance>> of(List<Sighting> judged, Terms terms, List<Asked> asked) {
        PlaceLine line = new PlaceLine(judged, terms, asked);
        int first = 0;
        while (first < judged.size()) {
            int end = line.endOfRun(first);
            line.add(first, end);
            first = end;
        }
        return line.pieces;
    }

    /** The index after the last sighting of the same kind without a gap in freshness. */
    private int endOfRun(int first) {
        int end = first + 1;
        while (end < judged.size() && follows(judged.get(end - 1), judged.get(end))) {
            end++;
        }
        return end;
    }

    private boolean follows(Sighting earlier, Sighting later) {
        return earlier.observation().result() == later.observation().result()
                && later.at().isBefore(earlier.at().plus(terms.fresh()));
    }

    private void add(int first, int end) {
        Stance stance = stance(first, end);
        for (int i = first; i < end; i++) {
            Sighting sighting = judged.get(i);
            if (stance == Stance.DOUBTED) {
                Instant from = sighting.at();
                addVouching(i, stance, lastGood.map(g -> g.plus(terms.fresh())).orElse(from));
            } else if (stance.vouches()) {
                addVouching(i, stance, Instant.MAX);
            } else {
                Line.append(pieces, new Piece<>(sighting.at(), until(i), stance));
            }
            if (sighting.isGood()) {
                lastGood = Optional.of(sighting.at());
            }
        }
    }

    private Stance stance(int first, int end) {
        Sighting sighting = judged.get(first);
        if (sighting.isBad()) {
            return isConfirmed(first, end) ? bad(first, end) : Stance.DOUBTED;
        }
        return sighting.isSlow() && isConfirmed(first, end) ? Stance.SLOW : Stance.GOOD;
    }

    private Stance bad(int first, int end) {
        long rounds = judged.subList(first, end).stream().map(Sighting::slot).distinct().count();
        if (rounds >= LONG) {
            return Stance.LASTING;
        }
        if (rounds > 1) {
            return Stance.REPEATED;
        }
        return end - first > 1 ? Stance.BAD : Stance.AGREEING;
    }

    private boolean isConfirmed(int first, int end) {
        if (terms.hasFewLocations()) {
            Instant start = judged.get(first).at();
            return !judged.get(end - 1).at().isBefore(start.plus(terms.apart()));
        }
        return end - first > 1 || judged.get(first).number() > 0;
    }

    /** Until something vouches no more: another answer is too old, or a question is missed. */
    private void addVouching(int i, Stance stance, Instant vouched) {
        Instant from = judged.get(i).at();
        Instant to = until(i);
        Instant last = earlier(earlier(vouched, missed(i)), to);
        Instant turn = last.isBefore(from) ? from : last;
        Line.append(pieces, new Piece<>(from, turn, stance));
        Line.append(pieces, new Piece<>(turn, to, Stance.UNPROVEN));
    }

    /** When the first question that this answer is older than went without one. */
    private Instant missed(int i) {
        Instant at = judged.get(i).at();
        Optional<Instant> next =
                i + 1 == judged.size() ? Optional.empty() : Optional.of(judged.get(i + 1).at());
        return asked.stream()
                .filter(question -> question.isMissed(at, next))
                .map(Asked::due)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private Instant until(int i) {
        Instant stale = judged.get(i).at().plus(terms.fresh());
        if (i + 1 == judged.size()) {
            return stale;
        }
        return earlier(judged.get(i + 1).at(), stale);
    }
}
