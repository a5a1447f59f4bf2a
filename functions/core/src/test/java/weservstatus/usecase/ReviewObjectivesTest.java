package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.ComponentStatus.DEGRADED_PERFORMANCE;
import static weservstatus.verdict.ComponentStatus.MAJOR_OUTAGE;
import static weservstatus.verdict.ComponentStatus.OPERATIONAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.check.Objective;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.slo.BurnWindow;
import weservstatus.slo.ObjectiveState;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.verdict.Headline;
import weservstatus.verdict.Scene;

/** From rounds to what is left of an objective, and to what the page says of it. */
class ReviewObjectivesTest {
    private static final ComponentId PICTURES = new ComponentId("pictures");
    private static final int DAY = 24 * 60;

    private final List<String> asked = new ArrayList<>();
    private final Story story =
            new Story(promising(0.9), table -> new WatchedTable(table, asked::add));

    @Test
    void countsGoodAndBadAnswersOfTheWindow() {
        rounds(0, 99, 25);
        story.review(99 * 60 + 31);

        ObjectiveState state = objective().orElseThrow();
        assertThat(state.counted()).isEqualTo(200);
        assertThat(state.budget().spent()).isEqualTo(4);
        assertThat(state.budget().burnRate()).isEqualTo(3 / 120.0 / 0.1);
    }

    @Test
    void hoursAndDaysThatAreOverStillCount() {
        rounds(0, 4 * DAY, 100);
        for (int hour = 1; hour <= 4 * 24; hour++) {
            story.review(hour * 3_600 + 31);
        }

        ObjectiveState state = objective().orElseThrow();
        assertThat(state.counted()).isEqualTo(2 * (4 * DAY + 1));
        assertThat(state.budget().spent()).isEqualTo(4 * DAY / 100);
    }

    @Test
    void aRestartAndAnotherReviewGiveTheSame() {
        rounds(0, DAY, 50);
        for (int hour = 1; hour <= 24; hour++) {
            story.review(hour * 3_600 + 31);
        }
        Optional<ObjectiveState> before = objective();
        story.restart();

        assertThat(story.review(24 * 3_600 + 31).components().getFirst().objective())
                .isEqualTo(before);
    }

    @Test
    void hoursAreNotReadAtEachReview() {
        rounds(0, 3 * 60 + 5, 1_000);
        story.review(3 * 3_600 + 1);
        story.review(3 * 3_600 + 61);
        asked.clear();
        story.review(3 * 3_600 + 121);

        // Those of the day that is counted, and those of the last day's speed.
        assertThat(asked.stream().filter("query hour"::equals)).hasSize(2);
    }

    @Test
    void whatBurnsTooFastIsDegradedAndNotDown() {
        Story quiet = new Story(promising(0.99), table -> table);
        for (int minute = 0; minute <= 400; minute++) {
            quiet.store(both(minute, minute % 60 == 59, minute % 60 == 29));
        }
        StatusSnapshot before = quiet.review(400 * 60 + 1);
        assertThat(before.status()).as("no change that counting sees").isEqualTo(OPERATIONAL);
        Story busy = new Story(promising(0.999), table -> table);
        for (int minute = 0; minute <= 400; minute++) {
            busy.store(both(minute, minute % 60 == 39, minute % 60 == 29));
        }

        StatusSnapshot after = busy.review(400 * 60 + 1);

        assertThat(after.status()).isEqualTo(DEGRADED_PERFORMANCE);
        assertThat(after.headline()).isEqualTo(Headline.SOME_FAIL);
        assertThat(component(after).problems().getFirst().message())
                .isEqualTo(
                        "errors spend the budget 16.7 times as fast as allowed since 11:29 UTC,"
                                + " lately: made is bad");
        assertThat(busy.news).as("no outage").isEmpty();
        var tally =
                busy.stores
                        .hours()
                        .find(Scene.second(6 * 3_600))
                        .orElseThrow()
                        .rollup()
                        .of(PICTURES);
        assertThat(tally.tally().down()).isZero();
    }

    @Test
    void anOutageSpendsTheBudgetButIsOverWhenItIsOver() {
        for (int minute = 0; minute <= 100; minute++) {
            boolean out = minute >= 90 && minute < 95;
            story.store(both(minute, out, out));
            if (minute == 94) {
                assertThat(story.review(minute * 60 + 31).status()).isEqualTo(MAJOR_OUTAGE);
            }
        }

        StatusSnapshot snapshot = story.review(100 * 60 + 31);

        assertThat(snapshot.status()).isEqualTo(OPERATIONAL);
        ObjectiveState state = component(snapshot).objective().orElseThrow();
        assertThat(state.budget().spent()).isEqualTo(10);
        Story strict = new Story(promising(0.995), table -> table);
        for (int minute = 0; minute <= 100; minute++) {
            strict.store(both(minute, minute >= 90 && minute < 95, minute >= 90 && minute < 95));
            strict.review(minute * 60 + 31);
        }
        assertThat(component(strict.published()).objective().flatMap(ObjectiveState::burning))
                .contains(BurnWindow.STEADY);
        assertThat(strict.published().status()).isEqualTo(OPERATIONAL);
    }

    /** All checks of one round fail at once, and none a second later: chance, not decay. */
    @Test
    void oneLostMomentBurnsNothing() {
        String[] checks = {"one", "two", "three", "four"};
        Scene scene = Scene.at("here").component(PICTURES.value());
        for (String check : checks) {
            scene.vital(check, CachePath.NONE);
        }
        Story lost =
                new Story(scene.catalogue().withObjectives(List.of(Objective.standard(PICTURES))));
        for (int minute = 0; minute <= 60; minute++) {
            lost.store(all(checks, minute * 60, 0, minute < 60 ? "good" : "bad"));
        }
        lost.store(all(checks, 3_601, 1, "good"));

        StatusSnapshot snapshot = lost.review(3_605);

        assertThat(snapshot.status()).isEqualTo(OPERATIONAL);
        assertThat(component(snapshot).objective().orElseThrow().budget().spent()).isEqualTo(4);
    }

    private static Round all(String[] checks, double second, int number, String word) {
        return Scene.round(
                "here",
                second,
                number,
                Stream.of(checks)
                        .map(check -> Scene.seen(check, second, word))
                        .toArray(Observation[]::new));
    }

    @Test
    void whatNobodyPromisedIsNotReckoned() {
        Story silent = new Story(Story.small());
        assertThat(component(silent.minute(0, "good")).objective()).isEmpty();
    }

    private static Catalogue promising(double ratio) {
        Catalogue catalogue =
                Scene.at("here")
                        .component(PICTURES.value())
                        .vital("made", CachePath.MISS)
                        .vital("kept", CachePath.HIT)
                        .catalogue();
        return catalogue.withObjectives(List.of(Objective.of(PICTURES, ratio)));
    }

    /** Every so many minutes one of both checks fails. */
    private void rounds(int first, int last, int every) {
        for (int minute = first; minute <= last; minute++) {
            story.store(both(minute, minute % every == every - 1, false));
        }
    }

    private static Round both(int minute, boolean madeFails, boolean keptFails) {
        double second = minute * 60.0;
        return Scene.round(
                "here",
                second,
                Scene.seen("made", second, madeFails ? "bad" : "good"),
                Scene.seen("kept", second + 0.1, keptFails ? "bad" : "good"));
    }

    private Optional<ObjectiveState> objective() {
        return component(story.published()).objective();
    }

    private static ComponentState component(StatusSnapshot snapshot) {
        return snapshot.components().getFirst();
    }
}
