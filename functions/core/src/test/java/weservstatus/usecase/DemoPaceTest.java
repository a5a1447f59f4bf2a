package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Pace;
import weservstatus.check.Schedule;
import weservstatus.observe.Controls;
import weservstatus.observe.Round;
import weservstatus.status.StatusSnapshot;
import weservstatus.time.Slot;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Headline;
import weservstatus.verdict.Scene;

/** The same rules with rounds of three seconds. */
class DemoPaceTest {
    private static final Duration ROUND = Duration.ofSeconds(3);

    private final Story story = new Story(catalogue());

    private static Catalogue catalogue() {
        Catalogue slow = Story.small();
        List<Check> checks =
                slow.checks().stream()
                        .<Check>map(check ->
                                Scene.check(
                                        check.id().value(),
                                        check.component(),
                                        new Schedule(ROUND, 0),
                                        true,
                                        CachePath.MISS,
                                        "/"))
                        .toList();
        return new Catalogue(
                slow.page(),
                new Pace(
                        ROUND,
                        Duration.ofSeconds(1),
                        Duration.ofMillis(7_500),
                        Duration.ofSeconds(6)),
                slow.locations(),
                slow.targets(),
                Optional.empty(),
                slow.groups(),
                slow.components(),
                checks);
    }

    @Test
    void greenRedGreenAndGreyWithinSeconds() {
        assertThat(play(0, "good").status()).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(play(3, "bad").checks().suspect()).isEqualTo(2);
        round(4.2, 1, "bad");
        StatusSnapshot red = story.review(4.5);
        assertThat(red.status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(red.components().getFirst().since().orElseThrow())
                .isBetween(Scene.second(3), Scene.second(3.1));
        assertThat(play(6, "good").headline()).isEqualTo(Headline.RECOVERING);
        assertThat(play(9, "good").status()).isEqualTo(ComponentStatus.MAJOR_OUTAGE);
        assertThat(play(12, "good").status()).isEqualTo(ComponentStatus.OPERATIONAL);
        assertThat(story.review(20).status()).isEqualTo(ComponentStatus.UNKNOWN);

        assertThat(story.changes())
                .containsExactly(
                        "operational → major_outage",
                        "major_outage → operational",
                        "operational → unknown");
        assertThat(red.components().getFirst().totals().quarter().major()).isEqualTo(3_000);
    }

    private StatusSnapshot play(double second, String word) {
        round(second, 0, word);
        return story.review(second + 0.5);
    }

    private void round(double second, int number, String word) {
        Instant at = Scene.second(second);
        story.store(
                new Round(
                        story.catalogue.locations().getFirst().id(),
                        Slot.containing(at, ROUND),
                        number,
                        at,
                        at.plusMillis(300),
                        Controls.NONE,
                        List.of(
                                Scene.seen("made", second, word),
                                Scene.seen("kept", second, word))));
    }
}
