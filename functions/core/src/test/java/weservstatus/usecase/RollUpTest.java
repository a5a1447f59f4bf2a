package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import weservstatus.verdict.Scene;

/** What the hour's run does once, and only once. */
class RollUpTest {
    private final Story story = new Story(Story.small());

    private void at(String moment) {
        story.at((double) Duration.between(Scene.START, Instant.parse(moment)).toSeconds());
    }

    private boolean rollUp() {
        return story.rollUp.run(story.clock.instant());
    }

    private List<String> chain() {
        return story.stores.raw().chain().lines();
    }

    @Test
    void nothingIsFinishedBeforeAnythingWasCounted() {
        assertThat(rollUp()).isFalse();
        assertThat(story.blobs.list("")).isEmpty();
    }

    @Test
    void anHourIsDoneOnceHoweverOftenItIsSetOff() {
        story.minute(0, "good");
        at("2026-11-24T02:00:00Z");
        story.review.run();
        assertThat(chain()).isEmpty();

        assertThat(rollUp()).isTrue();
        List<String> done = chain();
        assertThat(done).hasSize(1);

        assertThat(rollUp()).isFalse();
        assertThat(
                        new RollUp(story.catalogue, story.stores, story.clock)
                                .run(story.clock.instant()))
                .isFalse();
        assertThat(chain()).isEqualTo(done);
    }

    @Test
    void whatNoReviewHasCountedYetIsNotFinished() {
        story.minute(0, "good");
        at("2026-11-24T02:00:00Z");

        assertThat(rollUp()).isTrue();
        assertThat(chain()).isEmpty();

        story.review.run();
        at("2026-11-24T03:00:00Z");
        assertThat(rollUp()).isTrue();
        assertThat(chain()).hasSize(1);
    }

    @Test
    void hoursThatWereLeftOutAreMadeUpFor() {
        story.minute(0, "good");
        at("2026-11-24T12:00:00Z");
        story.review.run();
        at("2026-11-26T12:00:00Z");
        story.review.run();

        assertThat(rollUp()).isTrue();
        assertThat(chain()).hasSize(3);
        assertThat(story.stores.raw().chain().firstBreak()).isEmpty();
    }
}
