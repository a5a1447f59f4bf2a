package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.check.Objective;
import weservstatus.observe.Round;
import weservstatus.slo.CountedPeriod;
import weservstatus.slo.ObjectiveState;
import weservstatus.store.PeriodStore;
import weservstatus.time.Interval;
import weservstatus.time.Spans;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.Rollup;
import weservstatus.uptime.Watched;
import weservstatus.verdict.Sightings;
import weservstatus.verdict.Trials;

/**
 * How the objectives stand: the last six hours and more by the minute, from the rounds; the three
 * days before by the hour; what is older by the day. Hours are read when the clock's hour turns and
 * when one of them was counted again, not at each review.
 */
final class Standings {
    /** The longest short window of a burn rate. */
    private static final Duration BY_MINUTE = Duration.ofHours(6);

    /** The longest window of a burn rate. */
    private static final Duration BY_HOUR = Duration.ofDays(3);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Interval NOTHING = new Interval(Instant.EPOCH, Instant.EPOCH);

    private final Catalogue catalogue;
    private final PeriodStore<Instant, HourItem> store;
    private Interval read = NOTHING;
    private List<HourItem> hours = List.of();

    Standings(Catalogue catalogue, PeriodStore<Instant, HourItem> store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** Hours from there on were counted again. */
    void counted(Instant from) {
        if (from.isBefore(read.end())) {
            read = NOTHING;
        }
    }

    /**
     * The standing of every component that has an objective.
     *
     * @param eras say whose checks the answers of an hour are
     * @param days all of the longest window
     */
    Map<ComponentId, ObjectiveState> of(
            Watched watched, Eras eras, List<DayItem> days, RecentRounds.Reading reading) {
        Interval byHour = byHour(reading.now());
        read(byHour);
        Instant first = byHour.end().minus(catalogue.pace().round());
        List<Round> rounds = reading.since(first);
        List<Seen> seen =
                eras.parts(new Interval(byHour.end(), reading.now().plus(HOUR))).stream()
                        .map(part -> Seen.of(part, watched.maintenance(), rounds))
                        .toList();
        Map<ComponentId, ObjectiveState> standings = new HashMap<>();
        for (Objective objective : catalogue.objectives()) {
            ComponentId component = objective.component();
            Stream<CountedPeriod> minutes =
                    seen.stream().flatMap(part -> part.minutes(component).stream());
            List<CountedPeriod> periods =
                    Stream.concat(past(component, days, byHour.start()), minutes).toList();
            standings.put(
                    component,
                    ObjectiveState.of(
                            objective, periods, reading.now(), catalogue.locations().size()));
        }
        return standings;
    }

    /** What the checks of one era saw in its part of the last hours. */
    private record Seen(Watched watched, Sightings sightings, Interval interval) {
        static Seen of(Eras.Part part, Map<ComponentId, Spans> work, List<Round> rounds) {
            return new Seen(
                    new Watched(part.catalogue(), work),
                    Sightings.of(part.catalogue(), rounds),
                    part.interval());
        }

        List<CountedPeriod> minutes(ComponentId component) {
            return CountedPeriod.of(watched.trials(component, sightings, interval));
        }
    }

    /** Whole days, then whole hours. */
    private Stream<CountedPeriod> past(
            ComponentId component, List<DayItem> days, Instant firstHour) {
        Stream<CountedPeriod> byDay =
                days.stream()
                        .filter(day -> Interval.day(day.date()).start().isBefore(firstHour))
                        .map(day -> period(component, Interval.day(day.date()), day.rollup()));
        Stream<CountedPeriod> byHour =
                hours.stream()
                        .map(hour -> period(component, Interval.hour(hour.hour()), hour.rollup()));
        return Stream.concat(byDay, byHour).filter(period -> period.trials().total() > 0);
    }

    private static CountedPeriod period(ComponentId component, Interval interval, Rollup rollup) {
        Trials trials = rollup.of(component).trials();
        return new CountedPeriod(interval, trials);
    }

    /** From the start of a UTC day to the start of an hour. */
    private static Interval byHour(Instant now) {
        return new Interval(
                now.minus(BY_HOUR).truncatedTo(ChronoUnit.DAYS),
                now.minus(BY_MINUTE).truncatedTo(ChronoUnit.HOURS));
    }

    private void read(Interval wanted) {
        if (!wanted.equals(read)) {
            hours =
                    store.list(wanted.start(), wanted.end().minus(HOUR)).stream()
                            .map(PeriodStore.Entry::value)
                            .toList();
            read = wanted;
        }
    }
}
