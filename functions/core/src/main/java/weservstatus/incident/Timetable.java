package weservstatus.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import weservstatus.time.Interval;

/** When planned work takes place. */
public sealed interface Timetable {

    /** Those that touch the interval, in order. */
    List<Interval> within(Interval range);

    /** The first start; nothing takes place before. */
    Instant begins();

    /** Once. */
    record Once(Interval window) implements Timetable {
        public Once {
            if (window.length().isZero()) {
                throw new IllegalArgumentException("planned work takes some time");
            }
        }

        @Override
        public Instant begins() {
            return window.start();
        }

        @Override
        public List<Interval> within(Interval range) {
            return window.intersect(range).isPresent() ? List.of(window) : List.of();
        }
    }

    /**
     * Again and again, by the wall clock of a zone. A wall-clock time that a change of the clock
     * skips is read with the offset before the change, one that it repeats is the first of the two
     * (RFC 5545, section 3.3.5); the length is elapsed time.
     *
     * @param rule RFC 5545 recurrence rule such as {@code FREQ=WEEKLY;BYDAY=TU}; {@code UNTIL} in
     *     UTC
     * @param first wall-clock start of the first one
     * @param length of each, more than nothing and at most a week
     */
    record Recurring(String rule, ZoneId zone, LocalDateTime first, Duration length)
            implements Timetable {
        private static final Duration LONGEST = Duration.ofDays(7);

        /** More than these in one range are not listed: a rule by the second is a mistake. */
        private static final int MOST = 1_000;

        /**
         * @throws IllegalArgumentException with a sentence for people when rule or length is wrong
         */
        public Recurring {
            if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "planned work lasts more than nothing and at most 7 days, not " + length);
            }
            iterator(rule, zone, first);
        }

        @Override
        public Instant begins() {
            return first.atZone(zone).toInstant();
        }

        @Override
        public List<Interval> within(Interval range) {
            RecurrenceRuleIterator starts = iterator(rule, zone, first);
            // A day of slack: the library compares wall clocks that this class reads differently.
            starts.fastForward(
                    range.start().minus(length).minus(Duration.ofDays(1)).toEpochMilli());
            List<Interval> found = new ArrayList<>();
            while (starts.hasNext() && found.size() < MOST) {
                Instant start = instant(starts.nextDateTime(), zone);
                if (!start.isBefore(range.end())) {
                    break;
                }
                Interval window = new Interval(start, start.plus(length));
                window.intersect(range).ifPresent(touched -> found.add(window));
            }
            return found;
        }

        private static RecurrenceRuleIterator iterator(
                String rule, ZoneId zone, LocalDateTime first) {
            try {
                return new RecurrenceRule(rule).iterator(start(zone, first));
            } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "`%s` is not a recurrence rule of RFC 5545: %s"
                                .formatted(rule, e.getMessage()),
                        e);
            }
        }

        private static DateTime start(ZoneId zone, LocalDateTime first) {
            return new DateTime(
                    TimeZone.getTimeZone(zone),
                    first.getYear(),
                    first.getMonthValue() - 1,
                    first.getDayOfMonth(),
                    first.getHour(),
                    first.getMinute(),
                    first.getSecond());
        }

        private static Instant instant(DateTime wall, ZoneId zone) {
            return LocalDateTime.of(
                            wall.getYear(),
                            wall.getMonth() + 1,
                            wall.getDayOfMonth(),
                            wall.getHours(),
                            wall.getMinutes(),
                            wall.getSeconds())
                    .atZone(zone)
                    .toInstant();
        }
    }
}
