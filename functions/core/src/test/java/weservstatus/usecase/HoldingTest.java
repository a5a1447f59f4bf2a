package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
import weservstatus.observe.Round;
import weservstatus.status.Reach;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.Blobs;
import weservstatus.store.SnapshotStore.Stamp;
import weservstatus.verdict.Scene;

/** When a snapshot holds without another review, and what readers see of it. */
class HoldingTest {
    private final Story story = new Story(places("here"));
    private final Holding holding = holding(story);

    private static Holding holding(Story story) {
        return new Holding(story.catalogue, story.stores.snapshots(), story.clock);
    }

    private static Catalogue places(String... places) {
        return Scene.at(places).component("pictures").vital("made", CachePath.MISS).catalogue();
    }

    private static Round round(String place, double second, String word) {
        return Scene.round(place, second, 0, Scene.seen("made", second, word));
    }

    /** Two good minutes and a review, three minutes after the full hour. */
    private void begin() {
        story.store(round("here", 120, "good"));
        story.store(round("here", 180, "good"));
        story.at(181);
        holding.begin(story.review.run());
    }

    private boolean holds(Round round, double second) {
        story.store(round);
        story.at(second);
        return holding.holds(List.of(round));
    }

    @Test
    void nothingHoldsBeforeAReview() {
        assertThat(holds(round("here", 60, "good"), 61)).isFalse();
    }

    @Test
    void goodRoundsMoveTheDataOnAndTouchNoDocument() {
        begin();
        Blobs.Blob document = story.stores.snapshots().find().orElseThrow();

        assertThat(holds(round("here", 240, "good"), 241)).isTrue();

        assertThat(story.stores.snapshots().find().orElseThrow().bytes())
                .isEqualTo(document.bytes());
        StatusSnapshot shown =
                new Published(story.stores.snapshots()).get().orElseThrow().snapshot();
        assertThat(shown.dataThrough()).contains(Scene.second(241));
        assertThat(shown.places().getFirst().lastRound()).contains(Scene.second(240));
        assertThat(shown).isEqualTo(story.published().reaching(reach(241, 240)));
    }

    private static Reach reach(double through, double last) {
        return new Reach(Scene.second(through), Map.of(new LocationId("here"), Scene.second(last)));
    }

    @Test
    void whatAReviewWouldSayOfNowIsWhatIsShown() {
        begin();
        holds(round("here", 240, "good"), 241);
        StatusSnapshot held =
                new Published(story.stores.snapshots()).get().orElseThrow().snapshot();
        StatusSnapshot reviewed = story.review.run().snapshot();

        assertThat(held.dataThrough()).isEqualTo(reviewed.dataThrough());
        assertThat(held.places()).isEqualTo(reviewed.places());
        assertThat(held.status()).isEqualTo(reviewed.status());
        assertThat(held.checks()).isEqualTo(reviewed.checks());
    }

    @Test
    void whateverIsNotGoodNeedsAReview() {
        for (String word : new String[] {"bad", "slow", "self-fault", "blocked", "missed"}) {
            begin();
            assertThat(holds(round("here", 240, word), 241)).as(word).isFalse();
            assertThat(holds(round("here", 300, "good"), 301)).as("after " + word).isFalse();
            story.at(181);
        }
    }

    @Test
    void aConfirmRoundNeedsAReview() {
        begin();

        assertThat(holds(Scene.round("here", 200, 1, Scene.seen("made", 200, "good")), 201))
                .isFalse();
    }

    @Test
    void itHoldsForFiveMinutesAndNotPastTheHour() {
        begin();
        for (int minute = 4; minute <= 7; minute++) {
            assertThat(holds(round("here", minute * 60, "good"), minute * 60 + 1)).isTrue();
        }
        assertThat(holds(round("here", 480, "good"), 481)).isFalse();

        story.store(round("here", 3_540, "good"));
        story.at(3_541);
        holding.begin(story.review.run());
        assertThat(holds(round("here", 3_600, "good"), 3_601)).isFalse();
    }

    @Test
    void aPlaceThatFallsSilentNeedsAReview() {
        Story two = new Story(places("here", "there"));
        Holding both = holding(two);
        for (int minute = 1; minute <= 2; minute++) {
            two.store(round("here", minute * 60, "good"));
            two.store(round("there", minute * 60 + 30, "good"));
        }
        two.at(151);
        both.begin(two.review.run());

        two.at(181);
        assertThat(both.holds(List.of(round("here", 180, "good")))).isTrue();
        two.at(301);
        assertThat(both.holds(List.of(round("here", 300, "good")))).isFalse();
    }

    @Test
    void whenSomebodyElsePublishesNothingHolds() {
        begin();
        story.at(182);
        story.another().run();
        Optional<Stamp> theirs = story.stores.snapshots().stamp();

        assertThat(holds(round("here", 240, "good"), 241)).isFalse();
        assertThat(story.stores.snapshots().stamp()).isEqualTo(theirs);
    }

    @Test
    void theReachIsWrittenOnceInASlot() {
        Story three = new Story(places("a", "b", "c"));
        Holding all = holding(three);
        String[] names = {"a", "b", "c"};
        int written = 0;
        for (int turn = 0; turn < 15; turn++) {
            double second = 60 + turn * 20;
            Round round = round(names[turn % 3], second, "good");
            three.store(round);
            three.at(second + 1);
            Optional<Instant> before = reached(three);
            if (!all.holds(List.of(round))) {
                all.begin(three.review.run());
            } else if (!reached(three).equals(before)) {
                written++;
            }
        }
        assertThat(written).isBetween(2, 4);
    }

    private static Optional<Instant> reached(Story story) {
        return story.stores.snapshots().stamp().flatMap(Stamp::reach).map(Reach::dataThrough);
    }
}
