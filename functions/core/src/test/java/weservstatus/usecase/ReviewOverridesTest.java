package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.ComponentId;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.store.OverrideStore;
import weservstatus.verdict.ComponentOverride.Speaker;
import weservstatus.verdict.ComponentStatus;

/** What becomes of a component of which somebody says what it is. */
class ReviewOverridesTest {
    private static final ComponentId PICTURES = new ComponentId("pictures");

    private final Story story = new Story(Story.small());

    @Test
    void thePageSaysWhatSomebodySaysUntilItEndsByItself() {
        minutes(0, 2, "good");
        say(ComponentStatus.PARTIAL_OUTAGE, Duration.ofMinutes(2));
        minutes(3, 3, "good");

        ComponentState during = pictures();
        assertThat(during.status()).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
        assertThat(story.published().status()).isEqualTo(ComponentStatus.PARTIAL_OUTAGE);
        assertThat(during.overruling().orElseThrow().by()).isEqualTo(Speaker.PERSON);
        assertThat(during.overruling().orElseThrow().judged())
                .isEqualTo(ComponentStatus.OPERATIONAL);

        minutes(4, 6, "good");
        assertThat(pictures().status()).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(pictures().overruling()).isEmpty();
        assertThat(story.published().status()).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(OverrideStore.all(story.stores.table())).isEmpty();
    }

    @Test
    void neitherAGoodNorABadWordCounts() {
        for (ComponentStatus word :
                List.of(
                        ComponentStatus.OPERATIONAL,
                        ComponentStatus.MAJOR_OUTAGE,
                        ComponentStatus.UNDER_MAINTENANCE)) {
            Story told = new Story(Story.small());
            Story silent = new Story(Story.small());
            live(told, Optional.of(word));
            live(silent, Optional.empty());

            StatusSnapshot with = told.published();
            StatusSnapshot without = silent.published();
            assertThat(with.components().getFirst().status()).isEqualTo(word);
            assertThat(with.components().getFirst().days())
                    .isEqualTo(without.components().getFirst().days());
            assertThat(with.components().getFirst().totals())
                    .isEqualTo(without.components().getFirst().totals());
            assertThat(with.components().getFirst().days().getLast().tally().major()).isPositive();
            assertThat(with.components().getFirst().objective())
                    .isEqualTo(without.components().getFirst().objective());
            assertThat(with.announcements()).isEqualTo(without.announcements());
            assertThat(with.announcements().open()).hasSize(1);
        }
    }

    /** An outage of two minutes, and somebody who says something in the midst of it. */
    private static void live(Story story, Optional<ComponentStatus> word) {
        for (int minute = 0; minute <= 2; minute++) {
            story.minute(minute, minute == 0 ? "good" : "bad");
            if (minute == 1) {
                word.ifPresent(status -> say(story, status, Duration.ofHours(1)));
            }
        }
        story.round(2 * 60 + 1.5, 1, "bad");
        story.review(2 * 60 + 3);
    }

    private void minutes(int first, int last, String word) {
        for (int minute = first; minute <= last; minute++) {
            story.minute(minute, word);
        }
    }

    private void say(ComponentStatus status, Duration length) {
        say(story, status, length);
    }

    private static void say(Story story, ComponentStatus status, Duration length) {
        Administration admin =
                Administration.over(Story.small(), story.table, story.blobs, story.clock);
        OverrideWish wish =
                new OverrideWish(status, story.clock.instant().plus(length), "I see it myself.");
        Mandate mandate =
                new Mandate("ada", Optional.empty(), Optional.of(new Mandate.Key("key", "digest")));
        assertThat(admin.overrides().begin(PICTURES, wish, mandate))
                .isInstanceOf(Outcome.Done.class);
    }

    private ComponentState pictures() {
        return story.published().components().stream()
                .filter(state -> state.component().id().equals(PICTURES))
                .findFirst()
                .orElseThrow();
    }
}
