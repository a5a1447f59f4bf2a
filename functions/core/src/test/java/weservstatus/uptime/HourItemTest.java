package weservstatus.uptime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static weservstatus.verdict.Scene.round;
import static weservstatus.verdict.Scene.second;
import static weservstatus.verdict.Scene.seen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.verdict.Scene;

class HourItemTest {

    private static final ComponentId ALL = new ComponentId("all");
    private static final Interval HOUR = Interval.hour(Scene.START);

    private static final Catalogue CATALOGUE =
            Scene.at("here").component("all").vital("it", CachePath.MISS).catalogue();

    /** One round a minute from the first second on, in the words given. */
    private static List<Round> minutes(int from, String... words) {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            double at = (from + i) * 60.0;
            rounds.add(round("here", at, seen("it", at, words[i])));
        }
        return rounds;
    }

    private static Tally tally(List<Round> rounds, double from, double to) {
        return HourItem.of(
                        Watched.of(CATALOGUE), HOUR, rounds, new Interval(second(from), second(to)))
                .rollup()
                .of(ALL)
                .tally();
    }

    @Test
    void countsAGoodHourAsOperational() {
        String[] words = new String[60];
        Arrays.fill(words, "good");

        assertThat(tally(minutes(0, words), 0, 3600))
                .isEqualTo(new Tally(3_600_000, 0, 0, 0, 0, 0));
    }

    @Test
    void countsAnHourWithoutRoundsAsNotObserved() {
        assertThat(tally(List.of(), 0, 3600)).isEqualTo(new Tally(0, 0, 0, 0, 0, 3_600_000));
    }

    @Test
    void countsAConfirmedOutageFromTheMiddleBeforeItsFirstBadAnswerToTheMiddleAfterItsLast() {
        List<Round> rounds = minutes(0, "good", "good", "bad", "bad", "bad", "good", "good");

        assertThat(tally(rounds, 0, 420))
                .isEqualTo(new Tally(240_000, 0, 0, 180_000, 0, 0, 0, 120_000, 240_000));
    }

    @Test
    void countsADoubtThatWasNeverConfirmedAsOperational() {
        assertThat(tally(minutes(0, "good", "bad", "good"), 0, 180))
                .isEqualTo(new Tally(180_000, 0, 0, 0, 0, 0));
    }

    @Test
    void countsSilenceAsNotObservedOnceTheLastAnswerIsStale() {
        assertThat(tally(minutes(0, "good"), 0, 600))
                .isEqualTo(new Tally(150_000, 0, 0, 0, 0, 450_000));
        assertThat(tally(minutes(0, "good", "blocked", "self-fault", "missed", "origin"), 0, 600))
                .isEqualTo(new Tally(150_000, 0, 0, 0, 0, 450_000));
    }

    @Test
    void countsWhatTheHourBeforeLeftBehind() {
        List<Round> rounds = minutes(-1, "good");

        assertThat(tally(rounds, 0, 120)).isEqualTo(new Tally(90_000, 0, 0, 0, 0, 30_000));
    }

    @Test
    void datesAnOutageBackOverTheEdgeOfTheHour() {
        List<Round> rounds = new ArrayList<>(minutes(58, "good"));
        rounds.add(round("here", 3590, seen("it", 3590, "bad")));
        assertThat(tally(rounds, 3540, 3600))
                .as("not confirmed yet")
                .isEqualTo(new Tally(60_000, 0, 0, 0, 0, 0));

        rounds.add(round("here", 3601, seen("it", 3601, "bad")));
        assertThat(tally(rounds, 3540, 3600))
                .isEqualTo(new Tally(0, 0, 0, 60_000, 0, 0, 0, 10_000, 60_000));
    }

    @Test
    void countsOnlyWhatItIsToldToCount() {
        assertThat(tally(minutes(0, "good", "good"), 30, 90).elapsed()).isEqualTo(60_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally(List.of(), -1, 60))
                .withMessageContaining("is not within");
    }

    @Test
    void refusesAnHourThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HourItem(second(1), Rollup.NONE))
                .withMessage("2026-11-23T10:00:01Z is not the start of an hour");
    }

    @Test
    void measuresGoodWarmAnswersAndCountsATimeoutAsTheWholeTimeout() {
        List<Round> rounds = new ArrayList<>();
        rounds.add(round("here", 0, Scene.observation("it", second(0), Result.PASSED, 100)));
        rounds.add(round("here", 60, Scene.observation("it", second(60), Result.PASSED, 100)));
        rounds.add(
                round(
                        "here",
                        120,
                        Scene.observation("it", second(120), Result.PASSED, 9_000, true)));
        rounds.add(round("here", 180, seen("it", 180, "timeout")));
        rounds.add(round("here", 240, seen("it", 240, "bad")));
        rounds.add(round("here", 241, 1, seen("it", 241, "good")));
        rounds.add(round("here", 3601, seen("it", 3601, "good")));
        rounds.add(rounds.getFirst());

        HourItem item = HourItem.of(Watched.of(CATALOGUE), HOUR, rounds, HOUR);

        Percentiles speed = item.rollup().speed().percentiles();
        assertThat(speed.n()).isEqualTo(3);
        assertThat(speed.p50().orElseThrow()).isBetween(99.0, 101.0);
        assertThat(speed.p95().orElseThrow()).isBetween(9_900.0, 10_100.0);
        assertThat(speed.p99()).isEmpty();
        assertThat(item.rollup().of(ALL).latency()).isEqualTo(item.rollup().speed());
    }

    @Test
    void keepsCachedAnswersOutOfTheSpeedOfNewPictures() {
        Catalogue catalogue =
                Scene.at("here").component("all").vital("it", CachePath.HIT).catalogue();

        Rollup rollup = HourItem.of(Watched.of(catalogue), HOUR, minutes(0, "good"), HOUR).rollup();

        assertThat(rollup.speed()).isEqualTo(Latency.NONE);
        assertThat(rollup.of(ALL).latency().percentiles().n()).isEqualTo(1);
    }
}
