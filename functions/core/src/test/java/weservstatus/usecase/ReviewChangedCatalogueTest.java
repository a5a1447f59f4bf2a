package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Component;
import weservstatus.check.ComponentId;
import weservstatus.status.StatusSnapshot;
import weservstatus.status.StatusSnapshot.ComponentState;
import weservstatus.uptime.Tally;
import weservstatus.verdict.Scene;

/** Ids are identity: what is renamed keeps its history, what is removed is hidden, never erased. */
class ReviewChangedCatalogueTest {
    private static final ComponentId PICTURES = new ComponentId("pictures");
    private static final ComponentId SITE = new ComponentId("site");
    private static final int LATER = 240;

    private final Story story = new Story(Story.small());

    @BeforeEach
    void anHourWithAnOutageAndThreeWithout() {
        for (int minute = 0; minute < LATER; minute++) {
            story.minute(minute, minute >= 10 && minute < 20 ? "bad" : "good");
        }
        assertThat(firstHour(PICTURES).down()).isPositive();
    }

    @Test
    void whatIsRenamedKeepsItsHistory() {
        Tally before = firstHour(PICTURES);
        ComponentState old = shown(story.review(LATER * 60 + 1), PICTURES);

        ComponentState renamed = shown(reviewed(renamed()), PICTURES);

        assertThat(renamed.component().name()).isEqualTo("New name of pictures");
        assertThat(renamed.firstDay()).isEqualTo(old.firstDay());
        assertThat(renamed.days()).isEqualTo(old.days());
        assertThat(firstHour(PICTURES)).isEqualTo(before);
    }

    @Test
    void whatIsRemovedIsHiddenAndBackWhenItComesBack() {
        Tally before = firstHour(PICTURES);
        Catalogue without =
                Scene.at("here").component("site").vital("made", CachePath.NONE).catalogue();

        assertThat(reviewed(without).components())
                .extracting(state -> state.component().id())
                .containsExactly(SITE);
        assertThat(firstHour(PICTURES)).isEqualTo(before);

        assertThat(shown(reviewed(Story.small()), PICTURES).days().getLast().tally().down())
                .isEqualTo(before.down());
    }

    @Test
    void whatACheckThatMovesHasDoneStaysWhereItWasCounted() {
        Tally before = firstHour(PICTURES);
        Catalogue moved =
                Scene.at("here")
                        .component("pictures")
                        .vital("made", CachePath.MISS)
                        .component("site")
                        .vital("kept", CachePath.HIT)
                        .catalogue();

        StatusSnapshot snapshot = reviewed(moved);

        assertThat(firstHour(PICTURES)).isEqualTo(before);
        assertThat(firstHour(SITE)).isEqualTo(Tally.NONE);
        assertThat(shown(snapshot, SITE).days().getLast().tally().down()).isZero();
    }

    private StatusSnapshot reviewed(Catalogue catalogue) {
        story.round(LATER * 60, 0, "good");
        story.at(LATER * 60 + 1);
        Teller unheard = Teller.of(_ -> {}, _ -> {});
        return new Review(catalogue, story.stores, unheard, story.clock).run().snapshot();
    }

    private static Catalogue renamed() {
        Catalogue small = Story.small();
        return new Catalogue(
                small.page(),
                small.pace(),
                small.locations(),
                small.targets(),
                small.control(),
                small.groups(),
                small.components().stream()
                        .map(one ->
                                new Component(
                                        one.id(),
                                        "New name of " + one.name(),
                                        one.description(),
                                        one.group()))
                        .toList(),
                small.checks());
    }

    private Tally firstHour(ComponentId component) {
        return story.stores.hours().find(Scene.START).orElseThrow().rollup().of(component).tally();
    }

    private static ComponentState shown(StatusSnapshot snapshot, ComponentId component) {
        return snapshot.components().stream()
                .filter(state -> state.component().id().equals(component))
                .findFirst()
                .orElseThrow();
    }
}
