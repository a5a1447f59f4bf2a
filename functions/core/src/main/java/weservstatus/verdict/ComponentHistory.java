package weservstatus.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import weservstatus.check.CheckId;
import weservstatus.time.Interval;
import weservstatus.time.Spans;

/**
 * How one component fared over a window.
 *
 * @param stretches its status without a gap; outages last from the middle of their first edge to
 *     the middle of their last
 * @param least when it was certainly out; never longer than the outages of {@code stretches}
 * @param most when it may have been out; never shorter than they
 * @param usual how long its checks took outside outages, where they answered often enough
 */
public record ComponentHistory(
        List<Stretch> stretches,
        Spans least,
        Spans most,
        SortedMap<CheckId, LatencyBaseline> usual) {

    public ComponentHistory {
        stretches = List.copyOf(stretches);
        usual = Collections.unmodifiableSortedMap(new TreeMap<>(usual));
    }

    /**
     * From histories of its checks over a window that is wide enough for every edge that can
     * matter.
     */
    static ComponentHistory of(List<CheckHistory> checks, List<Outage> outages, Interval window) {
        Interval wide = wide(checks);
        List<Piece<ComponentStatus>> seen = ComponentLine.of(checks, wide);
        List<Piece<ComponentStatus>> moved = moved(seen, spans(outages, Outage::likely));
        List<Stretch> stretches =
                Line.total(moved, window, ComponentStatus.UNKNOWN).stream()
                        .map(p -> new Stretch(new Interval(p.from(), p.to()), p.value()))
                        .toList();
        Spans out = out(stretches);
        return new ComponentHistory(
                stretches,
                spans(outages, Outage::least).within(window).common(out),
                spans(outages, Outage::most).within(window).plus(out),
                usual(checks, window));
    }

    /** What is called out, between the outages of two checks that follow each other too. */
    private static Spans out(List<Stretch> stretches) {
        return Spans.union(
                stretches.stream()
                        .filter(stretch -> stretch.status().isOutage())
                        .map(Stretch::interval)
                        .toList());
    }

    private static SortedMap<CheckId, LatencyBaseline> usual(
            List<CheckHistory> checks, Interval window) {
        SortedMap<CheckId, LatencyBaseline> usual = new TreeMap<>();
        for (CheckHistory history : checks) {
            List<Timing> timings =
                    history.timings().stream()
                            .filter(timing -> window.contains(timing.at()))
                            .toList();
            LatencyBaseline.of(timings).ifPresent(one -> usual.put(history.check().id(), one));
        }
        return usual;
    }

    private static Interval wide(List<CheckHistory> checks) {
        List<Piece<CheckState>> any = checks.getFirst().states();
        return new Interval(any.getFirst().from(), any.getLast().to());
    }

    private static Spans spans(List<Outage> outages, Function<Outage, Interval> part) {
        return Spans.union(outages.stream().map(part).toList());
    }

    /**
     * The line with its outages where they were likely: what was out already before it showed has
     * the status that showed, what was over before that showed has the status after.
     */
    private static List<Piece<ComponentStatus>> moved(
            List<Piece<ComponentStatus>> line, Spans out) {
        List<Piece<ComponentStatus>> moved = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            Instant from = line.get(i).from();
            for (Instant to : cuts(line.get(i), out)) {
                Line.append(moved, new Piece<>(from, to, status(line, i, from, out)));
                from = to;
            }
        }
        return moved;
    }

    /** Where the piece must be cut, its end included. */
    private static SortedSet<Instant> cuts(Piece<ComponentStatus> piece, Spans out) {
        SortedSet<Instant> cuts = new TreeSet<>();
        for (Interval span : out.within(new Interval(piece.from(), piece.to())).intervals()) {
            cuts.add(span.start());
            cuts.add(span.end());
        }
        cuts.remove(piece.from());
        cuts.add(piece.to());
        return cuts;
    }

    /**
     * The status of this piece, or of the next one that is an outage, or is none. Between the
     * outages of two checks that follow each other it is out all the while.
     */
    private static ComponentStatus status(
            List<Piece<ComponentStatus>> line, int index, Instant from, Spans out) {
        List<Piece<ComponentStatus>> ahead = line.subList(index, line.size());
        boolean isOut = out.contains(from) || goesOn(ahead, from, out);
        return ahead.stream()
                .map(Piece::value)
                .filter(status -> status.isOutage() == isOut)
                .findFirst()
                .orElse(ahead.getFirst().value());
    }

    /** Whether another outage is likely before the line has none. */
    private static boolean goesOn(List<Piece<ComponentStatus>> ahead, Instant from, Spans out) {
        Instant end =
                ahead.stream()
                        .takeWhile(piece -> piece.value().isOutage())
                        .map(Piece::to)
                        .reduce(from, (_, to) -> to);
        return !out.within(new Interval(from, end)).intervals().isEmpty();
    }
}
