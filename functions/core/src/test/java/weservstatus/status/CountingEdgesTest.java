package weservstatus.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.check.Page;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.time.Slot;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.MonthItem;
import weservstatus.uptime.Tally;
import weservstatus.uptime.Watched;
import weservstatus.verdict.RandomRounds;
import weservstatus.verdict.Scene;

/** Days, months and years end where UTC says so, whatever the page's own clocks do. */
class CountingEdgesTest {
    private static final int HISTORIES = 1_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final ComponentId PICTURES = new ComponentId("pictures");

    /** An hour that begins or ends something, and whose clocks the page goes by. */
    private record Edge(String at, String zone) {
        Instant start() {
            return Interval.hour(Instant.parse(at)).start().minus(HOUR);
        }
    }

    private static final List<Edge> EDGES =
            List.of(
                    new Edge("2028-02-29T00:00:00Z", "UTC"),
                    new Edge("2028-03-01T00:00:00Z", "UTC"),
                    new Edge("2027-03-01T00:00:00Z", "UTC"),
                    new Edge("2026-12-01T00:00:00Z", "UTC"),
                    new Edge("2027-01-01T00:00:00Z", "Asia/Tokyo"),
                    new Edge("2026-03-29T01:00:00Z", "Europe/Amsterdam"),
                    new Edge("2026-10-25T01:00:00Z", "Europe/Amsterdam"),
                    new Edge("2026-03-08T07:00:00Z", "America/New_York"),
                    new Edge("2026-11-01T06:00:00Z", "America/New_York"),
                    new Edge("2026-04-04T15:00:00Z", "Australia/Lord_Howe"),
                    new Edge("2026-10-03T15:30:00Z", "Australia/Lord_Howe"));

    @Test
    void whatMustHoldForEveryHistoryHoldsAcrossEveryEdge() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Edge edge = EDGES.get(seed % EDGES.size());
            Catalogue catalogue = catalogue(1 + seed % 3, "UTC");
            RandomRounds random = RandomRounds.with(seed);
            List<Round> rounds = shifted(random.of(catalogue, HOUR.multipliedBy(2)), edge.start());
            List<HourItem> hours = hours(catalogue, rounds, edge.start());

            assertThat(hours(catalogue, random.stirred(rounds), edge.start()))
                    .as("order and repeats, %s, seed %s", edge, seed)
                    .isEqualTo(hours);
            assertThat(hours(catalogue(1 + seed % 3, edge.zone()), rounds, edge.start()))
                    .as("the page's clocks, %s, seed %s", edge, seed)
                    .isEqualTo(hours);
            Tally tally = total(hours);
            assertThat(tally.elapsed()).isEqualTo(HOUR.multipliedBy(2).toMillis());
            assertThat(tally.down())
                    .as("%s, seed %s: %s", edge, seed, tally)
                    .isBetween(tally.least(), tally.most());
            assertSaysWhatItIs(tally);
            assertWorse(total(hours(catalogue, random.worsened(rounds), edge.start())), tally);
            assertThat(sum(days(hours))).as("%s, seed %s", edge, seed).isEqualTo(tally);
            assertThat(sum(months(days(hours)))).as("%s, seed %s", edge, seed).isEqualTo(tally);
        }
    }

    private static void assertSaysWhatItIs(Tally tally) {
        UptimeFigure figure = UptimeFigure.of(tally);
        if (tally.most() > 0 || tally.unobserved() * 200 > tally.elapsed()) {
            assertThat(figure.uptime()).isNotEqualTo(Optional.of("100.000"));
        }
        figure.uptime()
                .map(Double::valueOf)
                .ifPresent(uptime -> {
                    assertThat(uptime)
                            .isGreaterThanOrEqualTo(Double.parseDouble(figure.low().get()));
                    assertThat(uptime).isLessThanOrEqualTo(Double.parseDouble(figure.high().get()));
                });
    }

    private static void assertWorse(Tally worse, Tally before) {
        assertThat(worse.least()).isGreaterThanOrEqualTo(before.least());
        assertThat(worse.most()).isGreaterThanOrEqualTo(before.most());
    }

    /** On a day of 23 or 25 local hours as on any other a day has 24. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Amsterdam, 2026-03-29, 23",
        "Europe/Amsterdam, 2026-10-25, 25",
        "America/New_York, 2026-03-08, 23",
        "America/New_York, 2026-11-01, 25",
        "America/Santiago, 2026-04-05, 24",
        "America/Santiago, 2026-09-06, 23",
        "UTC, 2028-02-29, 24",
        "UTC, 2026-12-31, 24"
    })
    void aDayOfThePageIsADayOfUtc(String zone, LocalDate date, int localHours) {
        ZoneId local = ZoneId.of(zone);
        assertThat(
                        Duration.between(
                                        date.atStartOfDay(local),
                                        date.plusDays(1).atStartOfDay(local))
                                .toHours())
                .as("the clocks of %s change on that day", zone)
                .isEqualTo(localHours);
        Catalogue catalogue = catalogue(1, zone);
        List<Round> rounds = good(date);
        List<HourItem> hours = new ArrayList<>();
        Interval day = Interval.day(date);
        for (Instant at = day.start(); at.isBefore(day.end()); at = at.plus(HOUR)) {
            Interval hour = Interval.hour(at);
            hours.add(HourItem.of(Watched.of(catalogue), hour, rounds, hour));
        }

        Tally tally = DayItem.of(date, hours).rollup().of(PICTURES).tally();

        assertThat(hours).hasSize(24);
        assertThat(tally).isEqualTo(new Tally(86_400_000, 0, 0, 0, 0, 0));
        assertThat(UptimeFigure.uptime(tally)).contains("100.000");
    }

    private static List<Round> good(LocalDate date) {
        List<Round> rounds = new ArrayList<>();
        for (int minute = 0; minute <= 24 * 60; minute++) {
            rounds.add(Scene.round("a", minute * 60, Scene.seen("made", minute * 60, "good")));
        }
        return shifted(rounds, Interval.day(date).start());
    }

    private static Catalogue catalogue(int places, String zone) {
        Catalogue catalogue =
                Scene.at(List.of("a", "b", "c").subList(0, places).toArray(String[]::new))
                        .component(PICTURES.value())
                        .vital("made", CachePath.MISS)
                        .other("wide", Duration.ofMinutes(10))
                        .catalogue();
        return new Catalogue(
                new Page("Test", URI.create("https://status.example.org"), zone, Optional.empty()),
                catalogue.pace(),
                catalogue.locations(),
                catalogue.targets(),
                catalogue.control(),
                catalogue.groups(),
                catalogue.components(),
                catalogue.checks());
    }

    private static List<HourItem> hours(Catalogue catalogue, List<Round> rounds, Instant start) {
        List<HourItem> hours = new ArrayList<>();
        for (Instant at : List.of(start, start.plus(HOUR))) {
            Interval hour = Interval.hour(at);
            hours.add(HourItem.of(Watched.of(catalogue), hour, rounds, hour));
        }
        return hours;
    }

    private static List<DayItem> days(List<HourItem> hours) {
        Map<LocalDate, List<HourItem>> byDay = new TreeMap<>();
        for (HourItem hour : hours) {
            byDay.computeIfAbsent(date(hour.hour()), date -> new ArrayList<>()).add(hour);
        }
        return byDay.entrySet().stream()
                .map(day -> DayItem.of(day.getKey(), day.getValue()))
                .toList();
    }

    private static List<Tally> months(List<DayItem> days) {
        return days.stream()
                .map(day -> YearMonth.from(day.date()))
                .distinct()
                .map(month -> MonthItem.of(month, days).components().get(PICTURES))
                .toList();
    }

    private static Tally sum(List<?> parts) {
        return parts.stream()
                .map(part -> part instanceof DayItem day ? tally(day) : (Tally) part)
                .reduce(Tally.NONE, Tally::plus);
    }

    private static Tally tally(DayItem day) {
        return day.rollup().of(PICTURES).tally();
    }

    private static Tally total(Collection<HourItem> hours) {
        return hours.stream()
                .map(hour -> hour.rollup().of(PICTURES).tally())
                .reduce(Tally.NONE, Tally::plus);
    }

    private static LocalDate date(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The same rounds, as if the scene began there. */
    private static List<Round> shifted(List<Round> rounds, Instant start) {
        Duration by = Duration.between(Scene.START, start);
        return rounds.stream().map(round -> shifted(round, by)).toList();
    }

    private static Round shifted(Round round, Duration by) {
        return new Round(
                round.location(),
                Slot.containing(round.slot().start().plus(by), round.slot().length()),
                round.number(),
                round.started().plus(by),
                round.finished().plus(by),
                round.controls(),
                round.observations().stream()
                        .map(seen -> startedAt(seen, seen.started().plus(by)))
                        .toList());
    }

    private static Observation startedAt(Observation seen, Instant at) {
        return new Observation(
                seen.check(),
                seen.result(),
                seen.failure(),
                seen.side(),
                at,
                seen.phases(),
                seen.status(),
                seen.bytes(),
                seen.cold(),
                seen.address(),
                seen.cacheStatus(),
                seen.edge());
    }
}
