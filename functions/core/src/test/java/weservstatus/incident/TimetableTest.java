package weservstatus.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.time.Interval;

class TimetableTest {

    @ParameterizedTest(name = "{0} {1} from {2} for {3}: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # the clock goes forward: Berlin has no 02:30 on 29 March 2026
                    FREQ=WEEKLY | Europe/Berlin | 2026-03-22T02:30 | PT1H | 2026-03-22T01:30Z/02:30 2026-03-29T01:30Z/02:30 2026-04-05T00:30Z/01:30
                    # and back: its first 02:30 on 25 October counts
                    FREQ=DAILY | Europe/Berlin | 2026-10-24T02:30 | PT1H | 2026-10-24T00:30Z/01:30 2026-10-25T00:30Z/01:30 2026-10-26T01:30Z/02:30
                    # over the missing hour: elapsed time stays two hours
                    FREQ=DAILY | Europe/Berlin | 2026-03-28T01:00 | PT2H | 2026-03-28T00:00Z/02:00 2026-03-29T00:00Z/02:00 2026-03-29T23:00Z/01:00
                    FREQ=WEEKLY | America/New_York | 2026-03-01T02:30 | PT1H | 2026-03-01T07:30Z/08:30 2026-03-08T07:30Z/08:30 2026-03-15T06:30Z/07:30
                    FREQ=WEEKLY | America/New_York | 2026-10-25T01:30 | PT1H | 2026-10-25T05:30Z/06:30 2026-11-01T05:30Z/06:30 2026-11-08T06:30Z/07:30
                    # half an hour, in the south
                    FREQ=DAILY | Australia/Lord_Howe | 2026-10-03T02:15 | PT1H | 2026-10-02T15:45Z/16:45 2026-10-03T15:45Z/16:45 2026-10-04T15:15Z/16:15
                    FREQ=DAILY | Australia/Lord_Howe | 2026-04-04T01:45 | PT1H | 2026-04-03T14:45Z/15:45 2026-04-04T14:45Z/15:45 2026-04-05T15:15Z/16:15
                    # over midnight
                    FREQ=DAILY | UTC | 2026-05-01T23:30 | PT1H | 2026-05-01T23:30Z/00:30 2026-05-02T23:30Z/00:30 2026-05-03T23:30Z/00:30
                    # a month's end: months without a 31st are left out, the last day is there always
                    FREQ=MONTHLY | UTC | 2026-01-31T10:00 | PT1H | 2026-01-31T10:00Z/11:00 2026-03-31T10:00Z/11:00 2026-05-31T10:00Z/11:00
                    FREQ=MONTHLY;BYMONTHDAY=-1 | UTC | 2028-01-31T23:30 | PT1H | 2028-01-31T23:30Z/00:30 2028-02-29T23:30Z/00:30 2028-03-31T23:30Z/00:30
                    FREQ=WEEKLY;BYDAY=TU;COUNT=2 | UTC | 2026-05-05T08:00 | PT1H | 2026-05-05T08:00Z/09:00 2026-05-12T08:00Z/09:00
                    FREQ=DAILY;UNTIL=20260502T080000Z | UTC | 2026-05-01T08:00 | PT1H | 2026-05-01T08:00Z/09:00 2026-05-02T08:00Z/09:00
                    """)
    void takesPlaceByTheWallClockOfItsZone(
            String rule, String zone, LocalDateTime first, Duration length, String wanted) {
        Timetable timetable = new Timetable.Recurring(rule, ZoneId.of(zone), first, length);
        Instant from = first.atZone(ZoneId.of(zone)).toInstant();

        List<String> found =
                timetable.within(new Interval(from, from.plus(Duration.ofDays(400)))).stream()
                        .limit(3)
                        .map(TimetableTest::words)
                        .toList();

        assertThat(found).containsExactlyElementsOf(Stream.of(wanted.split(" ", -1)).toList());
    }

    private static String words(Interval window) {
        return window.start().toString().replace(":00Z", "Z")
                + "/"
                + window.end().toString().substring(11, 16);
    }

    @Test
    void whatIsAskedForYearsLaterIsFoundWithoutCountingFromTheStart() {
        Timetable daily =
                new Timetable.Recurring(
                        "FREQ=DAILY",
                        ZoneId.of("Europe/Berlin"),
                        LocalDateTime.parse("1990-01-01T12:00"),
                        Duration.ofHours(1));
        Interval day =
                new Interval(
                        Instant.parse("2026-07-01T00:00:00Z"),
                        Instant.parse("2026-07-02T00:00:00Z"));

        assertThat(daily.within(day))
                .containsExactly(
                        new Interval(
                                Instant.parse("2026-07-01T10:00:00Z"),
                                Instant.parse("2026-07-01T11:00:00Z")));
    }

    @Test
    void anOccurrenceThatIsUnderWayWhenTheRangeStartsIsPartOfIt() {
        Timetable daily =
                new Timetable.Recurring(
                        "FREQ=DAILY",
                        ZoneId.of("UTC"),
                        LocalDateTime.parse("2026-01-01T22:00"),
                        Duration.ofHours(4));
        Instant midnight = Instant.parse("2026-02-01T00:00:00Z");

        assertThat(daily.within(new Interval(midnight, midnight.plusSeconds(1))))
                .containsExactly(
                        new Interval(
                                Instant.parse("2026-01-31T22:00:00Z"),
                                Instant.parse("2026-02-01T02:00:00Z")));
    }

    @Test
    void aRuleBySecondIsBounded() {
        Timetable often =
                new Timetable.Recurring(
                        "FREQ=SECONDLY",
                        ZoneId.of("UTC"),
                        LocalDateTime.parse("2026-01-01T00:00"),
                        Duration.ofSeconds(1));
        Instant start = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(often.within(new Interval(start, start.plus(Duration.ofDays(365)))))
                .hasSizeLessThanOrEqualTo(1_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FREQ=FORTNIGHTLY | PT1H | is not a recurrence rule of RFC 5545
                    BYDAY=TU | PT1H | is not a recurrence rule of RFC 5545
                    FREQ=DAILY;UNTIL=20260502T080000 | PT1H | is not a recurrence rule of RFC 5545
                    FREQ=DAILY | PT0S | lasts more than nothing and at most 7 days
                    FREQ=DAILY | P8D | lasts more than nothing and at most 7 days
                    """)
    void refusesWhatCannotBe(String rule, Duration length, String message) {
        LocalDateTime first = LocalDateTime.parse("2026-05-01T08:00");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Timetable.Recurring(rule, ZoneId.of("UTC"), first, length))
                .withMessageContaining(message);
    }
}
