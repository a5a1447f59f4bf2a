package weservstatus.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Sets of time: intervals in order, none empty, none touching another. */
public record Spans(List<Interval> intervals) {

    public static final Spans NONE = new Spans(List.of());

    public Spans {
        intervals = List.copyOf(intervals);
    }

    /** All that is in any of them. */
    public static Spans union(List<Interval> intervals) {
        List<Interval> sorted =
                intervals.stream()
                        .filter(interval -> interval.start().isBefore(interval.end()))
                        .sorted(Comparator.comparing(Interval::start))
                        .toList();
        List<Interval> union = new ArrayList<>();
        for (Interval next : sorted) {
            boolean joins = !union.isEmpty() && !next.start().isAfter(union.getLast().end());
            union.add(joins ? joined(union.removeLast(), next) : next);
        }
        return new Spans(union);
    }

    private static Interval joined(Interval first, Interval next) {
        Instant end = first.end().isAfter(next.end()) ? first.end() : next.end();
        return new Interval(first.start(), end);
    }

    /** What lies in the interval. */
    public Spans within(Interval window) {
        return new Spans(
                intervals.stream().flatMap(span -> span.intersect(window).stream()).toList());
    }

    /** What the other one does not cover. */
    public Spans without(Spans other) {
        List<Interval> left = new ArrayList<>();
        for (Interval span : intervals) {
            Instant reached = span.start();
            for (Interval hole : other.within(span).intervals) {
                left.add(new Interval(reached, hole.start()));
                reached = hole.end();
            }
            left.add(new Interval(reached, span.end()));
        }
        return union(left);
    }

    /** What both cover. */
    public Spans common(Spans other) {
        return union(
                intervals.stream().flatMap(span -> other.within(span).intervals.stream()).toList());
    }

    /** What either covers. */
    public Spans plus(Spans other) {
        return union(Stream.concat(intervals.stream(), other.intervals.stream()).toList());
    }

    public boolean contains(Instant instant) {
        return intervals.stream().anyMatch(span -> span.contains(instant));
    }

    /** All of it together. */
    public long millis() {
        return intervals.stream().mapToLong(span -> span.length().toMillis()).sum();
    }
}
