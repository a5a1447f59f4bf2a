package weservstatus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.config.Checkout;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.uptime.HourItem;
import weservstatus.uptime.Watched;
import weservstatus.verdict.Scene;

/** What was kept of a catalogue counts as the catalogue does. */
class DefinitionsStoreTest {
    private static final Interval HOUR = Interval.hour(Scene.START);

    private final DefinitionsStore store = new DefinitionsStore(new InMemoryBlobs());

    static Stream<Catalogue> catalogues() {
        return Stream.of(Checkout.defaultCatalogue(), small("made"));
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void ofEveryCheckAllThatCountsIsKept(Catalogue catalogue) {
        store.keep(catalogue);
        Catalogue kept = store.find(DefinitionsStore.name(catalogue)).orElseThrow();

        assertThat(DefinitionsStore.name(kept)).isEqualTo(DefinitionsStore.name(catalogue));
        assertThat(kept.active()).hasSameSizeAs(catalogue.active());
        assertThat(hour(kept, List.of()).packed())
                .as("the definitions that everybody counts by")
                .isEqualTo(hour(catalogue, List.of()).packed());
    }

    @Test
    void anHourIsCountedAlike() {
        Catalogue catalogue = small("made");
        store.keep(catalogue);
        Catalogue kept = store.find(DefinitionsStore.name(catalogue)).orElseThrow();
        List<Round> rounds =
                Stream.iterate(0, minute -> minute < 60, minute -> minute + 1)
                        .map(minute ->
                                Scene.round(
                                        "here",
                                        minute * 60,
                                        Scene.seen(
                                                "made",
                                                minute * 60,
                                                minute % 30 < 5 ? "bad" : "good")))
                        .toList();

        HourItem counted = HourItem.of(Watched.of(kept), HOUR, rounds, HOUR);

        assertThat(counted).isEqualTo(HourItem.of(Watched.of(catalogue), HOUR, rounds, HOUR));
        assertThat(counted.rollup().components()).isNotEmpty();
        assertThat(hour(kept, rounds).packed()).isEqualTo(hour(catalogue, rounds).packed());
    }

    @Test
    void otherDefinitionsHaveAnotherNameAndOtherWordsDoNot() {
        Catalogue catalogue = small("made");

        assertThat(DefinitionsStore.name(small("other")))
                .isNotEqualTo(DefinitionsStore.name(catalogue));
        assertThat(DefinitionsStore.name(catalogue.withPage(Checkout.defaultCatalogue().page())))
                .isEqualTo(DefinitionsStore.name(catalogue));
        assertThat(store.find(DefinitionsStore.name(catalogue))).isEmpty();
    }

    private static RawHour hour(Catalogue catalogue, List<Round> rounds) {
        Instant start = HOUR.start();
        return new RawHour(Watched.of(catalogue), start, HOUR, rounds);
    }

    private static Catalogue small(String check) {
        return Scene.at("here")
                .component("pictures")
                .vital(check, CachePath.MISS)
                .other("slow", Duration.ofHours(12))
                .catalogue();
    }
}
