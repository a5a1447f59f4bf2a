package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.incident.Calendar;
import weservstatus.observe.Round;
import weservstatus.status.Revisions;
import weservstatus.store.PeriodStore;
import weservstatus.store.RawHour;
import weservstatus.store.RoundStore;
import weservstatus.time.Interval;
import weservstatus.time.Spans;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.MonthItem;
import weservstatus.uptime.Watched;
import weservstatus.verdict.Verdicts;

/**
 * Keeps hour and day items in step with the rounds: every hour that a new round can still change is
 * counted again from all its rounds, and each day from its hours. Nothing is ever added up twice.
 */
final class Count {
    private static final int DAYS = 90;
    private static final int SPEED_HOURS = 24;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Catalogue catalogue;
    private final ReviewStores stores;

    Count(Catalogue catalogue, ReviewStores stores) {
        this.catalogue = catalogue;
        this.stores = stores;
    }

    /**
     * What to count.
     *
     * @param first start of the very first record; nothing before it counts
     * @param from start of the first hour to count again
     * @param open start of the first hour that is not final yet
     * @param now nothing after it counts
     */
    record Span(Instant first, Instant from, Instant open, Instant now, Eras eras) {
        Optional<Interval> interval() {
            Instant start = first.isAfter(from) ? first : from;
            return start.isBefore(now) ? Optional.of(new Interval(start, now)) : Optional.empty();
        }
    }

    /**
     * Start of the first hour that is not final yet and whose rounds are all still there. What was
     * final stays so: another catalogue may look further ahead, but the hours are not its own.
     *
     * @param before as the review before this one left it
     */
    Instant firstOpenHour(Optional<ReviewState> before, Eras eras, Instant now) {
        Duration open = eras.lookAhead().plus(RecentRounds.LATE);
        Instant counted =
                before.map(ReviewState::countedThrough)
                        .filter(through -> through.isBefore(now))
                        .orElse(now);
        Instant first = hour(counted.minus(open));
        Instant kept = now.minus(RoundStore.KEPT).plus(eras.lookBack()).plus(HOUR);
        Instant settled = before.map(ReviewState::finalThrough).orElse(Instant.MIN);
        return Stream.of(first, settled, first.isBefore(kept) ? hour(kept.plus(HOUR)) : first)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    /**
     * Start of the first hour to count again: of those still open, the ones that the arrived rounds
     * touch and the one that was not over. All of them when the hour has turned, or when it is not
     * certain that the last to count was this same process; earlier ones for rounds that came late.
     *
     * @param counted how far this process itself counted last, if it was the last
     */
    Instant from(Instant open, Optional<Instant> counted, RecentRounds.Reading reading) {
        Instant now = reading.now();
        if (counted.filter(last -> hour(last).equals(hour(now))).isEmpty()) {
            return reading.whole() ? late(open, reading) : open;
        }
        Set<CheckId> troubled = reading.failed();
        Instant touched =
                reading.arrived().stream()
                        .map(round ->
                                new Verdicts.Arrival(
                                        round, troubled, reading.late().contains(round)))
                        .map(arrival -> Verdicts.touches(catalogue, arrival))
                        .min(Instant::compareTo)
                        .filter(earliest -> earliest.isBefore(now))
                        .orElse(now);
        return touched.isBefore(open) ? open : hour(touched);
    }

    /**
     * Start of the first hour to count again because rounds of the last day came late: hours know
     * of how many they were made. The beginning of the open hours where none did.
     */
    private Instant late(Instant open, RecentRounds.Reading reading) {
        List<Interval> incomplete =
                lastDay(reading.now()).stream()
                        .filter(item -> item.hour().isBefore(open))
                        .filter(item ->
                                item.rounds()
                                        < Round.count(reading.all(), Interval.hour(item.hour())))
                        .map(item -> Interval.hour(item.hour()))
                        .toList();
        return reading.all().stream()
                .filter(round ->
                        incomplete.stream().anyMatch(h -> h.contains(round.slot().start())))
                .map(round -> new Verdicts.Arrival(round, Set.of(), true))
                .map(arrival -> hour(Verdicts.touches(catalogue, arrival)))
                .filter(open::isAfter)
                .min(Instant::compareTo)
                .orElse(open);
    }

    /** Counts the hours of the span, and their days. */
    void count(Span span, List<Round> rounds, Calendar calendar) {
        span.interval()
                .ifPresent(counted -> {
                    IdentityHashMap<Catalogue, Watched> watching = new IdentityHashMap<>();
                    SortedSet<LocalDate> days = new TreeSet<>();
                    for (Instant hour = hour(counted.start());
                            hour.isBefore(counted.end());
                            hour = hour.plus(HOUR)) {
                        if (days.add(date(hour)) && isSettled(date(hour), span)) {
                            stores.raw().reopen(date(hour));
                        }
                        Watched watched =
                                watching.computeIfAbsent(
                                        span.eras().at(hour),
                                        catalogue -> watched(catalogue, calendar, counted));
                        count(watched, hour, counted, rounds);
                    }
                    days.forEach(day -> countDay(day, span));
                });
    }

    private void count(Watched watched, Instant hour, Interval all, List<Round> rounds) {
        Interval whole = Interval.hour(hour);
        Interval counted = whole.intersect(all).orElseThrow();
        HourItem item = HourItem.of(watched, whole, rounds, counted);
        // First, so that an hour that knows of its rounds never stands without them.
        stores.raw().put(new RawHour(watched, hour, counted, rounds));
        stores.hours().put(hour, item);
    }

    /** Whether the figures of the day have been final before. */
    private static boolean isSettled(LocalDate day, Span span) {
        return !Interval.day(day).end().isAfter(span.open());
    }

    /** The catalogue with the work that was announced for those hours. */
    static Watched watched(Catalogue catalogue, Calendar calendar, Interval open) {
        Interval hours = new Interval(hour(open.start()), hour(open.end()).plus(HOUR));
        Map<ComponentId, Spans> excused = new HashMap<>();
        for (Component component : catalogue.components()) {
            Spans spans = Spans.union(calendar.excused(component.id(), hours));
            if (!spans.intervals().isEmpty()) {
                excused.put(component.id(), spans);
            }
        }
        return new Watched(catalogue, excused);
    }

    /** Finishes the days of which no hour is open any more, and the months that end with them. */
    void finish(Instant open, Instant now) {
        for (LocalDate day : stores.raw().openDays()) {
            if (!Interval.day(day).end().isAfter(open)) {
                stores.days().find(day).ifPresent(stores.raw()::seal);
            }
        }
        freeze(open, now);
    }

    private void freeze(Instant open, Instant now) {
        YearMonth last = YearMonth.from(date(now)).minusMonths(1);
        if (MonthItem.isFrozen(last, now) && !MonthItem.interval(last).end().isAfter(open)) {
            MonthItem month = MonthItem.of(last, days(now));
            if (!month.components().isEmpty()) {
                stores.raw().freeze(month);
            }
        }
    }

    private void countDay(LocalDate day, Span span) {
        Interval whole = Interval.day(day);
        List<HourItem> hours = values(stores.hours().list(whole.start(), whole.end().minus(HOUR)));
        DayItem counted = DayItem.of(day, hours);
        Optional<DayItem> published =
                isSettled(day, span) ? stores.days().find(day) : Optional.empty();
        stores.days()
                .put(
                        day,
                        published
                                .map(before -> Revisions.of(before, counted, span.now()))
                                .orElse(counted));
    }

    /** What there is of the last 90 days and today. */
    List<DayItem> days(Instant now) {
        LocalDate today = date(now);
        return values(stores.days().list(today.minusDays(DAYS - 1), today));
    }

    /** What there is of the last 24 whole or begun hours. */
    List<HourItem> lastDay(Instant now) {
        return values(
                stores.hours()
                        .list(hour(now).minus(HOUR.multipliedBy(SPEED_HOURS - 1)), hour(now)));
    }

    private static <P, T> List<T> values(List<PeriodStore.Entry<P, T>> entries) {
        return entries.stream().map(PeriodStore.Entry::value).toList();
    }

    private static Instant hour(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS);
    }

    private static LocalDate date(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
