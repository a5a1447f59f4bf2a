package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.verdict.ComponentStatus.MAJOR_OUTAGE;
import static weservstatus.verdict.ComponentStatus.OPERATIONAL;
import static weservstatus.verdict.ComponentStatus.UNKNOWN;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import weservstatus.check.CheckId;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.status.StatusSnapshot.PlaceState;
import weservstatus.verdict.Headline;
import weservstatus.verdict.Scene;

class ReviewTest {
    private final Story story = new Story(Story.small());

    @Test
    void knowsNothingBeforeTheFirstRound() {
        StatusSnapshot snapshot = story.review(0);

        assertThat(snapshot.status()).isEqualTo(UNKNOWN);
        assertThat(snapshot.dataThrough()).isEmpty();
        assertThat(snapshot.components())
                .allSatisfy(component -> {
                    assertThat(component.status()).isEqualTo(UNKNOWN);
                    assertThat(component.since()).isEmpty();
                    assertThat(component.firstDay()).isEmpty();
                });
        assertThat(story.stores.hours().find(Scene.START)).isEmpty();
    }

    @Test
    void theFirstRoundIsEnoughToSayWhatIsTrue() {
        StatusSnapshot snapshot = story.minute(5, "good");

        assertThat(snapshot.status()).isEqualTo(OPERATIONAL);
        assertThat(snapshot.headline()).isEqualTo(Headline.WORKS);
        assertThat(snapshot.checks().good()).isEqualTo(2);
        assertThat(snapshot.since()).contains(Scene.second(300.1));
        assertThat(snapshot.dataThrough()).contains(Scene.second(301));
        assertThat(story.published()).isEqualTo(snapshot);
    }

    @Test
    void oneBadRoundIsNobodysBusinessYetButMustBeConfirmed() {
        story.minute(0, "good");
        story.round(60, 0, "bad");
        story.at(61);
        Review.Outcome outcome = story.review.run();

        assertThat(outcome.snapshot().status()).isEqualTo(OPERATIONAL);
        assertThat(outcome.snapshot().checks().suspect()).isEqualTo(2);
        assertThat(story.review.toConfirm(outcome, story.catalogue.locations().getFirst().id()))
                .containsExactlyInAnyOrder(new CheckId("made"), new CheckId("kept"));
        assertThat(story.told).isEmpty();
    }

    @Test
    void aConfirmedOutageIsDatedBackToItsFirstBadAnswer() {
        story.minute(0, "good");
        story.minute(1, "bad");
        story.round(71, 1, "bad");
        StatusSnapshot snapshot = story.review(72);

        assertThat(snapshot.status()).isEqualTo(MAJOR_OUTAGE);
        assertThat(component(snapshot).status()).isEqualTo(MAJOR_OUTAGE);
        assertThat(component(snapshot).since().orElseThrow())
                .isBetween(Scene.second(60), Scene.second(60.1));
        assertThat(story.changes()).containsExactly("operational → major_outage");
        assertThat(story.told.getFirst().snapshot()).isEqualTo(snapshot);
    }

    @Test
    void aConfirmRoundThatIsGoodEndsTheDoubt() {
        story.minute(0, "good");
        story.minute(1, "bad");
        story.round(71, 1, "good");

        assertThat(story.review(72).checks().good()).isEqualTo(2);
        assertThat(story.told).isEmpty();
    }

    @Test
    void recoveryIsToldOnceWithTheTimeOfTheFirstGoodAnswer() {
        outage();
        story.minute(2, "bad");
        story.minute(3, "good");
        story.minute(4, "good");
        StatusSnapshot snapshot = story.minute(5, "good");
        story.minute(6, "good");

        assertThat(snapshot.status()).isEqualTo(OPERATIONAL);
        assertThat(component(snapshot).since().orElseThrow())
                .isBetween(Scene.second(180), Scene.second(180.1));
        assertThat(story.changes())
                .containsExactly("operational → major_outage", "major_outage → operational");
    }

    @Test
    void aBlindMonitorKnowsNothingAndItsDataStandStill() {
        story.minute(0, "good");
        Instant through = story.minute(1, "good").dataThrough().orElseThrow();
        for (int minute = 2; minute <= 6; minute++) {
            story.blind(minute * 60);
            story.review(minute * 60 + 1);
        }
        StatusSnapshot snapshot = story.published();

        assertThat(snapshot.status()).isEqualTo(UNKNOWN);
        assertThat(snapshot.places().getFirst().state()).isEqualTo(PlaceState.BLIND);
        // The slot was not over when the review looked at it; now it is.
        assertThat(snapshot.dataThrough()).contains(Scene.second(120)).get().isNotEqualTo(through);
    }

    @Test
    void silenceIsUnknownAndTheAgeOfTheDataIsNeverForgotten() {
        story.minute(0, "good");
        assertThat(story.review(149).status()).isEqualTo(OPERATIONAL);

        assertThat(story.review(151).status()).isEqualTo(UNKNOWN);
        StatusSnapshot days = story.review(3 * 86_400);

        assertThat(days.status()).isEqualTo(UNKNOWN);
        assertThat(days.dataThrough()).contains(Scene.second(60));
        assertThat(days.places().getFirst().state()).isEqualTo(PlaceState.SILENT);
        assertThat(story.published()).isEqualTo(days);
        assertThat(component(days).since().orElseThrow())
                .isBetween(Scene.second(150), Scene.second(150.1));
    }

    @Test
    void anotherProcessSaysTheSameButForTheTime() {
        outage();
        story.minute(2, "bad");
        story.restart();
        StatusSnapshot before = story.published();
        StatusSnapshot after = story.review(121.5);

        assertThat(Story.as(after, before.generatedAt()))
                .usingRecursiveComparison()
                .ignoringFields("dataThrough", "groups.components.totals", "groups.components.days")
                .isEqualTo(before);
        assertThat(Story.as(story.review(121.5), after.generatedAt())).isEqualTo(after);
        assertThat(story.told).hasSize(1);
    }

    @Test
    void runningAgainAtTheSameMomentChangesNothing() {
        outage();
        StatusSnapshot first = story.review(90);
        story.restart();

        assertThat(List.of(story.review(90), story.review(90), story.another().run().snapshot()))
                .containsOnly(first);
    }

    @Test
    void aStatusThatWasAnotherOneWhileNobodyReviewedBeganAnew() {
        story.minute(0, "good");
        story.rounds(1, 3, "bad");
        story.rounds(4, 6, "good");
        StatusSnapshot snapshot = story.review(361);

        assertThat(component(snapshot).since().orElseThrow())
                .isBetween(Scene.second(240), Scene.second(240.1));
    }

    private void outage() {
        story.minute(0, "good");
        story.minute(1, "bad");
        story.round(71, 1, "bad");
        story.review(72);
    }

    private static ComponentState component(StatusSnapshot snapshot) {
        return snapshot.components().getFirst();
    }
}
