package weservstatus.verdict;

import java.time.Duration;
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
    private final List<Piece<Stance>> pieces = new ArrayList<>();
    private Optional<Instant> lastGood = Optional.empty();

    private PlaceLine(List<Sighting> judged, Terms terms) {
        this.judged = judged;
        this.terms = terms;
    }

    /** From one location's judged sightings of one check, oldest first. */
    static List<Piece<Stance>> of(List<Sighting> judged, Terms terms) {
        PlaceLine line = new PlaceLine(judged, terms);
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
                addDoubted(i);
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
        return rounds > 1 ? Stance.REPEATED : Stance.BAD;
    }

    private boolean isConfirmed(int first, int end) {
        if (terms.hasFewLocations()) {
            Instant start = judged.get(first).at();
            return !judged.get(end - 1).at().isBefore(start.plus(apart()));
        }
        return end - first > 1 || judged.get(first).number() > 0;
    }

    /** At least a millisecond: one answer never agrees with itself. */
    private Duration apart() {
        return terms.apart().isPositive() ? terms.apart() : Duration.ofMillis(1);
    }

    private void addDoubted(int i) {
        Instant from = judged.get(i).at();
        Instant to = until(i);
        Instant vouched = lastGood.map(good -> good.plus(terms.fresh())).orElse(from);
        Instant turn = vouched.isBefore(from) ? from : vouched.isBefore(to) ? vouched : to;
        Line.append(pieces, new Piece<>(from, turn, Stance.DOUBTED));
        Line.append(pieces, new Piece<>(turn, to, Stance.UNPROVEN));
    }

    private Instant until(int i) {
        Instant stale = judged.get(i).at().plus(terms.fresh());
        if (i + 1 == judged.size()) {
            return stale;
        }
        Instant next = judged.get(i + 1).at();
        return next.isBefore(stale) ? next : stale;
    }
}
