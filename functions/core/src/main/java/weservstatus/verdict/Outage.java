package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import weservstatus.time.Interval;

/**
 * What the looks at one check say of one of its outages: it certainly lasted from the first to the
 * last bad one that chance does not explain ({@link BadLooks}) and at most from the last good one
 * before to the first good one after; the middle of each edge is the best guess.
 */
record Outage(Interval least, Interval likely, Interval most) {

    /** Every outage on the check's line, of whose looks at all locations the edges are made. */
    static List<Outage> of(CheckHistory history, Terms terms) {
        Looks looks = Looks.of(history.sightings(), terms);
        List<Outage> outages = new ArrayList<>();
        List<Piece<Boolean>> line = new ArrayList<>();
        history.states().forEach(piece -> Line.append(line, piece.with(isOut(piece.value()))));
        for (Piece<Boolean> piece : line) {
            if (piece.value()) {
                outages.add(looks.outage(piece.from(), piece.to()));
            }
        }
        return outages;
    }

    private static boolean isOut(CheckState state) {
        return state == CheckState.FAILING || state == CheckState.PARTIAL;
    }

    /** One edge: the earliest moment where it can lie and the latest. */
    private record Edge(Instant early, Instant late) {
        Instant middle() {
            return early.plusMillis(Duration.between(early, late).toMillis() / 2);
        }
    }

    /** The good and the bad looks at a check from all locations together. */
    private record Looks(
            NavigableSet<Instant> good,
            NavigableSet<Instant> bad,
            BadLooks badLooks,
            Duration fresh) {

        static Looks of(List<Sighting> sightings, Terms terms) {
            List<Sighting> judged = sightings.stream().filter(Sighting::isJudged).toList();
            List<Sighting> bad = judged.stream().filter(Sighting::isBad).toList();
            NavigableSet<Instant> good =
                    instants(judged.stream().filter(Sighting::isGood).toList());
            return new Looks(
                    good, instants(bad), new BadLooks(bad, good, terms.apart()), terms.fresh());
        }

        private static NavigableSet<Instant> instants(List<Sighting> sightings) {
            return sightings.stream()
                    .map(Sighting::at)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Outage outage(Instant from, Instant to) {
            Edge onset = onset(from);
            Instant last = lastBad(to, onset.late());
            Optional<Edge> recovery = recovery(last, to);
            return new Outage(
                    badLooks.certain(onset.late(), last),
                    new Interval(onset.middle(), recovery.map(Edge::middle).orElse(to)),
                    new Interval(onset.early(), recovery.map(Edge::late).orElse(to)));
        }

        /** From the last good look, if it was still fresh, to the first bad one. */
        private Edge onset(Instant from) {
            Optional<Instant> lastGood = Optional.ofNullable(good.lower(from));
            Instant earliest = from.minus(fresh);
            Instant after = lastGood.filter(earliest::isBefore).orElse(earliest);
            Instant firstBad =
                    Optional.ofNullable(bad.higher(after))
                            .filter(b -> b.isBefore(from))
                            .orElse(from);
            return lastGood.filter(t0 -> firstBad.isBefore(t0.plus(fresh)))
                    .map(t0 -> new Edge(t0, firstBad))
                    .orElse(new Edge(firstBad, firstBad));
        }

        private Instant lastBad(Instant to, Instant atLeast) {
            Instant last = bad.lower(to);
            return last == null || last.isBefore(atLeast) ? atLeast : last;
        }

        /** Absent when no good look ended the outage, but silence or what is going on still. */
        private Optional<Edge> recovery(Instant last, Instant to) {
            return Optional.ofNullable(good.higher(last))
                    .filter(t3 -> !t3.isAfter(to) && t3.isBefore(last.plus(fresh)))
                    .map(t3 -> new Edge(last, t3));
        }
    }
}
