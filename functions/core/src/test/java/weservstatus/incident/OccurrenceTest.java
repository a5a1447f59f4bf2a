package weservstatus.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.ComponentId;
import weservstatus.time.Interval;

class OccurrenceTest {
    private static final ComponentId RESIZE = new ComponentId("resize");
    private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");
    private static final Instant END = START.plus(Duration.ofHours(2));

    private static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private static Maintenance work(boolean untilFinished, long announcedMinute) {
        return new Maintenance(
                MaintenanceId.ofRequest("test"),
                "New servers",
                "Pictures may be slow.",
                Set.of(RESIZE),
                new Timetable.Once(new Interval(START, END)),
                minute(announcedMinute),
                List.of(),
                untilFinished,
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Occurrence only(Maintenance maintenance) {
        return maintenance.occurrence(START).orElseThrow();
    }

    private static Occurrence amended(Maintenance work, UnaryOperator<Amendment> change) {
        return only(work.amended(change.apply(Amendment.none(START))));
    }

    @ParameterizedTest(name = "{0}, minute {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    as planned              |  -1 | scheduled
                    as planned              |   0 | in_progress
                    as planned              | 119 | in_progress
                    as planned              | 120 | completed
                    shortened to 60         |  59 | in_progress
                    shortened to 60         |  60 | completed
                    extended to 180         | 179 | in_progress
                    extended to 180         | 180 | completed
                    verified from 30        |  29 | in_progress
                    verified from 30        |  30 | verifying
                    verified from 30        | 120 | completed
                    finished at 45          |  44 | in_progress
                    finished at 45          |  45 | completed
                    cancelled at -10        |  -1 | cancelled
                    cancelled at -10        |  30 | cancelled
                    cancelled at 20         |  19 | in_progress
                    cancelled at 20         |  20 | completed
                    until finished          | 121 | in_progress
                    until finished          | 1559 | in_progress
                    until finished          | 1560 | completed
                    until finished, at 150  | 149 | in_progress
                    until finished, at 150  | 150 | completed
                    """)
    void startsEndsAndOverrunsByItself(String story, long minute, String status) {
        assertThat(told(story).status(minute(minute)).label()).isEqualTo(status);
    }

    private static Occurrence told(String story) {
        return switch (story) {
            case "as planned" -> only(work(false, -60));
            case "shortened to 60" ->
                    amended(
                            work(false, -60),
                            plan -> plan.until(minute(60), minute(10), minute(120)));
            case "extended to 180" ->
                    amended(
                            work(false, -60),
                            plan -> plan.until(minute(180), minute(110), minute(120)));
            case "verified from 30" ->
                    amended(work(false, -60), plan -> plan.verifiedFrom(minute(30)));
            case "finished at 45" -> amended(work(false, -60), plan -> plan.finishedAt(minute(45)));
            case "cancelled at -10" ->
                    amended(work(false, -60), plan -> plan.cancelledAt(minute(-10)));
            case "cancelled at 20" ->
                    amended(work(false, -60), plan -> plan.cancelledAt(minute(20)));
            case "until finished" -> only(work(true, -60));
            case "until finished, at 150" ->
                    amended(work(true, -60), plan -> plan.finishedAt(minute(150)));
            default -> throw new IllegalArgumentException(story);
        };
    }

    @Test
    void onlyWorkAnnouncedBeforeItStartsIsExcused() {
        assertThat(only(work(false, -1)).excused()).contains(new Interval(START, END));
        assertThat(only(work(false, 0)).excused()).isEmpty();
        assertThat(only(work(false, 5)).excused()).isEmpty();
    }

    /** Each: the other end, said at that minute; the plan was 0 to 120. */
    @ParameterizedTest
    @CsvSource({
        "180 at 110,             180",
        "180 at 130,             120",
        "180 at 110; 240 at 150, 180",
        "180 at 110; 240 at 115, 240",
        "180 at 110; 150 at 130, 150",
        "240 at 110; 180 at 115, 180",
        "180 at 130; 240 at 150, 120",
        "180 at 110; 240 at 150; 300 at 200, 180",
        "60 at 30; 180 at 50,    180",
        "60 at 30; 90 at 130,    60"
    })
    void ofSeveralExtensionsThoseCountThatWereAnnouncedInTime(String said, int excused) {
        Amendment amendment = Amendment.none(START);
        for (String one : said.split("; ", -1)) {
            String[] parts = one.split(" at ", -1);
            amendment =
                    amendment.until(
                            minute(Integer.parseInt(parts[0])),
                            minute(Integer.parseInt(parts[1])),
                            END);
        }

        assertThat(only(work(false, -60).amended(amendment)).excused())
                .contains(new Interval(START, minute(excused)));
    }

    @Test
    void anExtensionIsExcusedOnlyIfItWasAnnouncedBeforeThePlannedEnd() {
        Maintenance work = work(false, -60);

        assertThat(
                        amended(work, plan -> plan.until(minute(180), minute(110), minute(120)))
                                .excused())
                .contains(new Interval(START, minute(180)));
        assertThat(
                        amended(work, plan -> plan.until(minute(180), minute(130), minute(120)))
                                .excused())
                .contains(new Interval(START, END));
    }

    @Test
    void anOverrunIsUnderWayButNotExcused() {
        Occurrence late = only(work(true, -60));

        assertThat(late.isUnderWay(minute(130))).isTrue();
        assertThat(late.overruns(minute(130))).isTrue();
        assertThat(late.overruns(minute(119))).isFalse();
        assertThat(late.excused()).contains(new Interval(START, END));
    }

    @Test
    void whatWasCalledOffExcusesNothingFromThenOn() {
        Maintenance work = work(false, -60);

        assertThat(amended(work, plan -> plan.cancelledAt(minute(-10))).excused()).isEmpty();
        assertThat(amended(work, plan -> plan.cancelledAt(minute(20))).excused())
                .contains(new Interval(START, minute(20)));
    }

    @Test
    void theCalendarKnowsWhatIsUnderWayAndWhatHasJustEnded() {
        Calendar calendar = new Calendar(List.of(work(false, -60)));

        assertThat(calendar.maintained(minute(-1))).isEmpty();
        assertThat(calendar.maintained(minute(0))).containsExactly(RESIZE);
        assertThat(calendar.maintained(minute(120))).isEmpty();
        assertThat(calendar.justMaintained(minute(119), minute(120))).containsExactly(RESIZE);
        assertThat(calendar.justMaintained(minute(120), minute(121))).isEmpty();
    }

    @Test
    void anExtendedOccurrenceIsFoundInTimesThatWereNotPlanned() {
        Maintenance longer =
                work(false, -60)
                        .amended(
                                Amendment.none(START).until(minute(300), minute(100), minute(120)));

        assertThat(new Calendar(List.of(longer)).maintained(minute(250))).containsExactly(RESIZE);
    }

    @Test
    void excusedTimeIsCutToTheIntervalAsked() {
        Calendar calendar = new Calendar(List.of(work(false, -60)));
        Interval hour = new Interval(minute(60), minute(180));

        assertThat(calendar.excused(RESIZE, hour))
                .containsExactly(new Interval(minute(60), minute(120)));
        assertThat(calendar.excused(new ComponentId("website"), hour)).isEmpty();
    }
}
