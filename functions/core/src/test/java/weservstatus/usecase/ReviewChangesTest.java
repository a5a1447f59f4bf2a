package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.ComponentStatus.DEGRADED_PERFORMANCE;
import static weservstatus.verdict.ComponentStatus.MAJOR_OUTAGE;
import static weservstatus.verdict.ComponentStatus.OPERATIONAL;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.CheckId;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.Problem;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.Rollup;
import weservstatus.verdict.Headline;
import weservstatus.verdict.LatencyBaseline;
import weservstatus.verdict.Scene;

/** What no single answer shows is told as degraded, says what was seen, and is not counted. */
class ReviewChangesTest {
    private static final int HOUR = 60;

    private final Story story = new Story(Story.small());

    @Test
    void newPicturesThatFailNowAndThenDegradeTheirComponent() {
        failNowAndThen();

        StatusSnapshot snapshot = story.published();
        assertThat(snapshot.status()).isEqualTo(DEGRADED_PERFORMANCE);
        assertThat(snapshot.headline()).isEqualTo(Headline.SOME_FAIL);
        assertThat(component(snapshot).since()).contains(Scene.second(300));
        assertThat(problem(snapshot).checkId()).isEqualTo("made");
        assertThat(problem(snapshot).message())
                .startsWith("about 11 % of new pictures fail since 10:05 UTC, lately: ");
        assertThat(story.changes()).containsExactly("operational → degraded_performance");
        assertThat(story.news).as("no outage").isEmpty();
    }

    @Test
    void whatIsShownSoIsNotCounted() {
        failNowAndThen();

        HourItem hour = story.stores.hours().find(Scene.START).orElseThrow();
        var tally = hour.rollup().of(story.catalogue.components().getFirst().id()).tally();
        assertThat(tally.operational()).isPositive();
        assertThat(tally.degraded()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void orderRepeatsAndRestartsChangeNothing(int seed) {
        failNowAndThen();
        List<Round> rounds = new ArrayList<>();
        for (int minute = 0; minute <= 41; minute++) {
            rounds.add(everyTenth(minute));
        }
        rounds.addAll(rounds.subList(0, 20));
        Collections.shuffle(rounds, new Random(seed));
        Story other = new Story(Story.small());
        other.at(41 * 60 + 1);
        for (Round round : rounds) {
            other.store(round);
            other.restart();
            other.review.run();
        }

        StatusSnapshot snapshot = other.review(41 * 60 + 31);

        assertThat(component(snapshot)).isEqualTo(component(story.published()));
        assertThat(snapshot.headline()).isEqualTo(Headline.SOME_FAIL);
    }

    @Test
    void itIsOverWhenEnoughAnswersAreGood() {
        failNowAndThen();
        story.rounds(42, 42 + 92, "good");

        assertThat(story.review((42 + 92) * 60 + 1).status()).isEqualTo(OPERATIONAL);
    }

    @Test
    void answersThatTakeLongerThanUsualDegradeTheirComponent() {
        for (int minute = 0; minute < 4 * HOUR + 7; minute++) {
            story.store(taking(minute, minute < 4 * HOUR ? 100 : 210));
        }
        assertThat(story.review((4 * HOUR + 6) * 60 + 1).status()).isEqualTo(OPERATIONAL);
        story.store(taking(4 * HOUR + 7, 210));
        StatusSnapshot snapshot = story.review((4 * HOUR + 7) * 60 + 1);

        assertThat(snapshot.headline()).isEqualTo(Headline.SLOW);
        assertThat(component(snapshot).status()).isEqualTo(DEGRADED_PERFORMANCE);
        assertThat(component(snapshot).since()).contains(Scene.second(4 * HOUR * 60));
        assertThat(problem(snapshot).message())
                .isEqualTo("takes 2.1 times as long as usual since 14:00 UTC");
    }

    /** At this hour of the week it is always slow, whatever the hours before were like. */
    @Test
    void theSameHourOfTheWeekSaysWhatIsUsual() {
        Map<CheckId, LatencyBaseline> slow =
                Map.of(new CheckId("made"), new LatencyBaseline(Math.log(210_000), 0.2, 0));
        for (int week = 1; week <= 4; week++) {
            for (int hour = 0; hour <= 24; hour++) {
                Instant then = Scene.START.plus(Duration.ofHours(4 - hour - week * 7 * 24));
                story.stores
                        .hours()
                        .put(then, new HourItem(then, Rollup.NONE, 60, new TreeMap<>(slow)));
            }
        }
        for (int minute = 0; minute < 5 * HOUR; minute++) {
            story.store(taking(minute, minute < 4 * HOUR ? 100 : 210));
        }

        assertThat(story.review((5 * HOUR - 1) * 60 + 1).status()).isEqualTo(OPERATIONAL);
    }

    @Test
    void anOutageIsNothingElseAfterwards() {
        for (int minute = 0; minute < 4 * HOUR; minute++) {
            story.store(taking(minute, 100));
        }
        story.rounds(4 * HOUR, 4 * HOUR + 30, "timeout");
        assertThat(story.review((4 * HOUR + 30) * 60 + 1).status()).isEqualTo(MAJOR_OUTAGE);
        story.rounds(4 * HOUR + 31, 4 * HOUR + 34, "good");

        StatusSnapshot snapshot = story.review((4 * HOUR + 34) * 60 + 1);

        assertThat(snapshot.status()).isEqualTo(OPERATIONAL);
        assertThat(component(snapshot).problems()).isEmpty();
    }

    private void failNowAndThen() {
        for (int minute = 0; minute < 35; minute++) {
            story.store(everyTenth(minute));
            assertThat(story.review(minute * 60 + 31).status()).isEqualTo(OPERATIONAL);
        }
        for (int minute = 35; minute <= 41; minute++) {
            story.store(everyTenth(minute));
            story.review(minute * 60 + 31);
        }
    }

    private static Round everyTenth(int minute) {
        double second = minute * 60.0;
        return Scene.round(
                "here",
                second,
                Scene.seen("made", second, minute % 10 == 5 ? "bad" : "good"),
                Scene.seen("kept", second + 0.1, "good"));
    }

    private static Round taking(int minute, long millis) {
        double second = minute * 60.0;
        Observation made = Scene.observation("made", Scene.second(second), Result.PASSED, millis);
        return Scene.round("here", second, made, Scene.seen("kept", second + 0.1, "good"));
    }

    private static ComponentState component(StatusSnapshot snapshot) {
        return snapshot.components().getFirst();
    }

    private static Problem problem(StatusSnapshot snapshot) {
        return snapshot.components().getFirst().problems().getFirst();
    }
}
