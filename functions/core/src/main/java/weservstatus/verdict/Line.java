package weservstatus.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import weservstatus.time.Interval;

/** Lines of time: lists of pieces, ordered, without overlap. A total line has no gap either. */
final class Line {

    private Line() {}

    /** The line cut to the window, with {@code absent} where it says nothing. */
    static <T> List<Piece<T>> total(List<Piece<T>> pieces, Interval window, T absent) {
        List<Piece<T>> line = new ArrayList<>();
        Instant reached = window.start();
        for (Piece<T> piece : pieces) {
            Instant from = later(piece.from(), reached);
            Instant to = earlier(piece.to(), window.end());
            if (from.isBefore(to)) {
                append(line, new Piece<>(reached, from, absent));
                append(line, new Piece<>(from, to, piece.value()));
                reached = to;
            }
        }
        append(line, new Piece<>(reached, window.end(), absent));
        return line;
    }

    /**
     * One line from several total lines over the same window: the rule sees the pieces that hold at
     * the same time, in the order of the lines.
     */
    static <T, R> List<Piece<R>> combine(
            List<List<Piece<T>>> lines, Interval window, Function<List<Piece<T>>, R> rule) {
        List<Piece<R>> line = new ArrayList<>();
        int[] places = new int[lines.size()];
        Instant from = window.start();
        for (Instant to : ends(lines, window)) {
            append(line, new Piece<>(from, to, rule.apply(current(lines, places, from))));
            from = to;
        }
        return line;
    }

    private static <T> SortedSet<Instant> ends(List<List<Piece<T>>> lines, Interval window) {
        SortedSet<Instant> ends = new TreeSet<>();
        lines.forEach(line -> line.forEach(piece -> ends.add(piece.to())));
        if (window.start().isBefore(window.end())) {
            ends.add(window.end());
        }
        return ends;
    }

    private static <T> List<Piece<T>> current(
            List<List<Piece<T>>> lines, int[] places, Instant at) {
        List<Piece<T>> pieces = new ArrayList<>(lines.size());
        for (int i = 0; i < places.length; i++) {
            List<Piece<T>> line = lines.get(i);
            while (!line.get(places[i]).to().isAfter(at)) {
                places[i]++;
            }
            pieces.add(line.get(places[i]));
        }
        return pieces;
    }

    /** Adds the piece, joined with the last one where both say the same; drops an empty one. */
    static <T> void append(List<Piece<T>> line, Piece<T> piece) {
        if (!piece.from().isBefore(piece.to())) {
            return;
        }
        boolean joins =
                !line.isEmpty()
                        && line.getLast().value().equals(piece.value())
                        && line.getLast().to().equals(piece.from());
        line.add(joins ? new Piece<>(line.removeLast().from(), piece.to(), piece.value()) : piece);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
