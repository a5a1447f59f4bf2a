package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import weservstatus.check.Catalogue;
import weservstatus.observe.Round;
import weservstatus.store.PeriodStore;
import weservstatus.time.Interval;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.HourItem;
import weservstatus.verdict.Verdicts;

/**
 * Keeps hour and day items in step with the rounds: every hour that a new round can still change is
 * counted again from all its rounds, and each day from its hours. Nothing is ever added up twice.
 */
final class Count {
    private static final int DAYS = 90;
    private static final int SPEED_HOURS = 24;

    private final Catalogue catalogue;
    private final ReviewStores stores;

    Count(Catalogue catalogue, ReviewStores stores) {
        this.catalogue = catalogue;
        this.stores = stores;
    }

    /**
     * Start of the first hour that is not final yet.
     *
     * @param countedThrough how far the review before this one counted
     */
    Instant firstOpenHour(Optional<Instant> countedThrough, Instant now) {
        Duration open = Verdicts.lookAhead(catalogue).plus(RecentRounds.LATE);
        Instant counted = countedThrough.filter(through -> through.isBefore(now)).orElse(now);
        return counted.minus(open).truncatedTo(ChronoUnit.HOURS);
    }

    /**
     * Counts the hours that touch the interval, and their days.
     *
     * @param open from the first record or first open hour, whichever is later, to now
     */
    void count(Interval open, List<Round> rounds) {
        SortedSet<LocalDate> days = new TreeSet<>();
        Instant start = open.start().truncatedTo(ChronoUnit.HOURS);
        for (Instant hour = start;
                hour.isBefore(open.end());
                hour = hour.plus(Duration.ofHours(1))) {
            Interval whole = Interval.hour(hour);
            Optional<Interval> counted = whole.intersect(open);
            if (counted.isPresent()) {
                HourItem item = HourItem.of(catalogue, whole, rounds, counted.get());
                stores.hours().put(hour, item);
                days.add(date(hour));
            }
        }
        for (LocalDate day : days) {
            Interval whole = Interval.day(day);
            Instant last = whole.end().minus(Duration.ofHours(1));
            List<HourItem> hours = values(stores.hours().list(whole.start(), last));
            stores.days().put(day, DayItem.of(day, hours));
        }
    }

    /** What there is of the last 90 days and today. */
    List<DayItem> days(Instant now) {
        LocalDate today = date(now);
        return values(stores.days().list(today.minusDays(DAYS - 1), today));
    }

    /** What there is of the last 24 whole or begun hours. */
    List<HourItem> lastDay(Instant now) {
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        return values(stores.hours().list(hour.minus(Duration.ofHours(SPEED_HOURS - 1)), hour));
    }

    private static <P, T> List<T> values(List<PeriodStore.Entry<P, T>> entries) {
        return entries.stream().map(PeriodStore.Entry::value).toList();
    }

    private static LocalDate date(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
