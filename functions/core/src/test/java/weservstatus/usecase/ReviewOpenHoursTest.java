package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.uptime.Tally;
import weservstatus.verdict.Scene;

/**
 * Hours that are not final yet when the configuration changes, as all of the last days are where a
 * check is slow: each is counted by the one that was in force in it.
 */
class ReviewOpenHoursTest {
    private static final ComponentId PICTURES = new ComponentId("pictures");
    private static final ComponentId SITE = new ComponentId("site");
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final int CHANGED = 180;
    private static final Duration SLOW = Duration.ofHours(12);

    private final Story story = new Story(slow(small()));
    private Tally first = Tally.NONE;
    private Tally day = Tally.NONE;

    /** The first hour has an outage of ten minutes, two have none. */
    @BeforeEach
    void threeHoursPass() {
        for (int minute = 0; minute < CHANGED; minute++) {
            story.round(minute * 60, 0, minute >= 10 && minute < 20 ? "bad" : "good");
            if (minute % 10 == 9) {
                story.review(minute * 60 + 1);
            }
        }
        first = hour(0, PICTURES);
        day = day(PICTURES);
        assertThat(first.down()).isPositive();
        assertThat(day.unobserved()).isLessThan(Duration.ofMinutes(5).toMillis());
    }

    @Test
    void aVitalCheckThatIsNewTakesNothingFromThem() {
        reviews(slow(small().vital("new", CachePath.MISS)), 3);

        assertThat(hour(0, PICTURES)).isEqualTo(first);
        assertThat(hour(2, PICTURES).operational())
                .as("the hour that was over when it changed")
                .isEqualTo(Duration.ofHours(1).toMillis());
        assertThat(day(PICTURES).down()).isEqualTo(day.down());
    }

    @Test
    void whatIsRemovedKeepsThem() {
        reviews(slow(Scene.at("here").component("site").vital("home", CachePath.NONE)), 3);

        assertThat(hour(0, PICTURES)).isEqualTo(first);
        assertThat(day(PICTURES).down()).isEqualTo(day.down());
        assertThat(hour(0, SITE)).isEqualTo(Tally.NONE);
        assertThat(hour(4, SITE)).isNotEqualTo(Tally.NONE);
    }

    @Test
    void aCheckThatMovesCountsElsewhereFromThenOn() {
        Scene moved =
                Scene.at("here")
                        .component("pictures")
                        .vital("made", CachePath.MISS)
                        .component("site")
                        .vital("kept", CachePath.HIT);
        reviews(slow(moved), 3);

        assertThat(hour(0, PICTURES)).isEqualTo(first);
        assertThat(hour(0, SITE)).isEqualTo(Tally.NONE);
        assertThat(hour(4, SITE).operational()).isPositive();
    }

    @Test
    void aRoundThatComesLateIsCountedByItsOwnConfiguration() {
        reviews(slow(small().vital("new", CachePath.MISS)), 1);
        story.store(
                Scene.round(
                        "here",
                        90 * 60 + 30,
                        1,
                        Scene.seen("made", 90 * 60 + 30, "bad"),
                        Scene.seen("kept", 90 * 60 + 30.1, "bad")));
        story.store(
                Scene.round(
                        "here",
                        90 * 60 + 40,
                        2,
                        Scene.seen("made", 90 * 60 + 40, "bad"),
                        Scene.seen("kept", 90 * 60 + 40.1, "bad")));
        reviews(slow(small().vital("new", CachePath.MISS)), 3);

        assertThat(hour(1, PICTURES).down()).isPositive();
        assertThat(hour(1, PICTURES).unobserved()).isZero();
    }

    @Test
    void oneThatChangesBackAndForthLeavesThemAlone() {
        Catalogue other = slow(small().vital("new", CachePath.MISS));
        reviews(other, 1);
        reviews(story.catalogue, 1);
        reviews(other, 2);

        assertThat(hour(0, PICTURES)).isEqualTo(first);
        assertThat(hour(2, PICTURES).operational()).isEqualTo(Duration.ofHours(1).toMillis());
    }

    /** By new processes, one for each half hour, with rounds in which all is well. */
    private void reviews(Catalogue catalogue, int times) {
        for (int i = 0; i < times; i++) {
            Duration passed = Duration.between(Scene.START, story.clock.instant());
            int next = (int) passed.toMinutes() + 1;
            story.rounds(next, next + 29, "good");
            story.at((next + 29) * 60 + 1);
            Teller unheard = Teller.of(_ -> {}, _ -> {});
            new Review(catalogue, story.stores, unheard, story.clock).run();
        }
    }

    private static Scene small() {
        return Scene.at("here")
                .component("pictures")
                .vital("made", CachePath.MISS)
                .vital("kept", CachePath.HIT);
    }

    private static Catalogue slow(Scene scene) {
        return scene.other("slow", SLOW).catalogue();
    }

    private Tally hour(int number, ComponentId component) {
        Instant hour = Scene.START.plus(Duration.ofHours(number));
        return story.stores.hours().find(hour).orElseThrow().rollup().of(component).tally();
    }

    private Tally day(ComponentId component) {
        return story.stores.days().list(DAY, DAY).getFirst().value().rollup().of(component).tally();
    }
}
