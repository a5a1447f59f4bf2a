package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.ComponentStatus.MAJOR_OUTAGE;
import static weservstatus.verdict.ComponentStatus.OPERATIONAL;
import static weservstatus.verdict.ComponentStatus.UNKNOWN;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.store.OutboxStore;
import weservstatus.verdict.Headline;
import weservstatus.verdict.OutageRecord;
import weservstatus.verdict.Scene;

/** What the page says while an outage only seems to be over, and what is told of it. */
class ReviewOutagesTest {
    private final Story story = new Story(Story.small());

    @Test
    void anOutageIsOverAfterThreeGoodRoundsAndTwoMinutes() {
        outage();
        StatusSnapshot first = story.minute(3, "good");
        StatusSnapshot second = story.minute(4, "good");
        StatusSnapshot third = story.minute(5, "good");

        assertThat(List.of(first, second))
                .allSatisfy(snapshot -> {
                    assertThat(snapshot.status()).isEqualTo(MAJOR_OUTAGE);
                    assertThat(snapshot.headline()).isEqualTo(Headline.RECOVERING);
                    assertThat(component(snapshot).status()).isEqualTo(MAJOR_OUTAGE);
                    assertThat(component(snapshot).since()).contains(Scene.second(60.1));
                    assertThat(component(snapshot).course().seemsOver())
                            .contains(Scene.second(180.1));
                    assertThat(component(snapshot).problems()).isEmpty();
                });
        assertThat(third.headline()).isEqualTo(Headline.WORKS);
        assertThat(component(third).course().seemsOver()).isEmpty();
        assertThat(news()).containsExactly("OPENED from 60.0", "ENDED from 60.0 to 180.1");
    }

    @Test
    void aBadRoundInBetweenStartsTheCountAgain() {
        outage();
        story.minute(3, "good");
        story.minute(4, "good");
        story.minute(5, "bad");
        story.round(311, 1, "good");

        assertThat(story.minute(6, "good").status()).isEqualTo(MAJOR_OUTAGE);
        assertThat(story.minute(7, "good").status()).isEqualTo(MAJOR_OUTAGE);
        assertThat(story.minute(8, "good").status()).isEqualTo(OPERATIONAL);
        assertThat(news())
                .as("nothing confirmed the bad round")
                .last()
                .isEqualTo("ENDED from 60.0 to 180.1");
    }

    @Test
    void whatComesBackWithinTenMinutesIsTheSameOutage() {
        outage();
        minutes(3, 10, "good");
        minutes(11, 12, "bad");
        minutes(13, 15, "good");

        assertThat(news())
                .containsExactly(
                        "OPENED from 60.0",
                        "ENDED from 60.0 to 180.1",
                        "REOPENED from 60.0",
                        "ENDED from 60.0 to 780.1");
        assertThat(story.news)
                .extracting(change -> change.outage().id())
                .containsOnly("pictures/2026-11-23T10:01:00Z");
        assertThat(story.changes()).hasSize(4);
    }

    @Test
    void whatComesBackLaterIsAnotherOne() {
        outage();
        minutes(3, 20, "good");
        minutes(21, 22, "bad");

        assertThat(news()).last().isEqualTo("OPENED from 1260.0");
        assertThat(story.news)
                .extracting(change -> change.outage().id())
                .containsExactly(
                        "pictures/2026-11-23T10:01:00Z",
                        "pictures/2026-11-23T10:01:00Z",
                        "pictures/2026-11-23T10:21:00Z");
    }

    @Test
    void upsAndDownsAreToldOnceAndTheTimeIsStillCounted() {
        story.minute(0, "good");
        for (int minute = 1; minute <= 40; minute++) {
            boolean bad = minute % 4 < 2;
            story.minute(minute, bad ? "bad" : "good");
        }
        StatusSnapshot unstable = story.published();
        assertThat(component(unstable).status()).isEqualTo(MAJOR_OUTAGE);
        assertThat(component(unstable).course().unstable()).isPresent();
        minutes(41, 60, "good");

        assertThat(story.news)
                .extracting(change -> change.kind().name())
                .containsExactly("OPENED", "UNSTABLE", "ENDED");
        assertThat(story.changes())
                .containsExactly("operational → major_outage", "major_outage → operational");
        assertThat(new OutboxStore(story.stores.table()).open())
                .extracting(notice -> notice.event().label())
                .containsExactlyInAnyOrder("opened", "unstable", "resolved");
        long down = component(story.published()).days().getLast().tally().down();
        assertThat(down).as("nine times two bad minutes").isBetween(17 * 60_000L, 19 * 60_000L);
    }

    @Test
    void anOutageThatNobodySeesIsUnknownAndStillOpen() {
        outage();
        StatusSnapshot blind = story.review(400);
        assertThat(blind.status()).isEqualTo(UNKNOWN);
        assertThat(component(blind).status()).isEqualTo(UNKNOWN);
        minutes(8, 9, "good");
        assertThat(story.published().status()).isEqualTo(MAJOR_OUTAGE);
        minutes(10, 10, "good");

        assertThat(news()).containsExactly("OPENED from 60.0", "ENDED from 60.0 to 480.1");
    }

    @Test
    void anOutageThatNobodyReviewedIsRecordedAllTheSame() {
        story.minute(0, "good");
        story.rounds(1, 3, "bad");
        story.rounds(4, 8, "good");
        story.review(481);

        assertThat(story.published().status()).isEqualTo(OPERATIONAL);
        assertThat(news()).containsExactly("OPENED from 60.0 to 240.1", "ENDED from 60.0 to 240.1");
    }

    @Test
    void reviewingAgainTellsNothingAgain() {
        outage();
        minutes(3, 6, "good");
        List<String> told = news();
        for (int i = 1; i <= 3; i++) {
            story.restart();
            story.review(361 + i);
            story.review(361 + i);
        }

        assertThat(news()).isEqualTo(told).hasSize(2);
    }

    @Test
    void whatHappenedBeforeTheVeryFirstReviewIsNoNews() {
        story.rounds(0, 3, "bad");
        story.rounds(4, 8, "good");
        story.review(481);

        assertThat(story.published().status()).isEqualTo(OPERATIONAL);
        assertThat(story.news).isEmpty();
    }

    private void outage() {
        story.minute(0, "good");
        story.minute(1, "bad");
        story.round(71, 1, "bad");
        story.review(72);
        story.minute(2, "bad");
    }

    private void minutes(int first, int last, String word) {
        for (int minute = first; minute <= last; minute++) {
            story.minute(minute, word);
        }
    }

    /** Changes of outages as people read them; seconds since the start. */
    private List<String> news() {
        return story.news.stream().map(change -> change.kind() + said(change.outage())).toList();
    }

    private static String said(OutageRecord outage) {
        return " from "
                + second(outage.start())
                + outage.end().map(end -> " to " + second(end)).orElse("");
    }

    private static double second(Instant instant) {
        return (instant.toEpochMilli() - Scene.START.toEpochMilli()) / 1_000.0;
    }

    private static ComponentState component(StatusSnapshot snapshot) {
        return snapshot.components().getFirst();
    }
}
