package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.LocationId;
import weservstatus.observe.Controls;
import weservstatus.observe.Round;
import weservstatus.store.InMemoryTable;
import weservstatus.store.RoundStore;
import weservstatus.store.TestClock;
import weservstatus.time.Slot;
import weservstatus.verdict.Scene;

/** Who is silent, by the slots since the last rounds of b and c; none where there never was one. */
class NeighboursTest {
    private final Catalogue catalogue =
            Scene.at("a", "b", "c").component("pictures").vital("made", CachePath.MISS).catalogue();
    private final RoundStore rounds = new RoundStore(new InMemoryTable(new TestClock(Scene.START)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 | 1    |
                    3 | 1    |
                    4 | 1    | b
                    4 | 9    | b c
                    1 | none | c
                    """)
    void aPlaceIsSilentAfterThreeSlotsWithoutARound(String b, String c, String silent) {
        put("b", b);
        put("c", c);

        List<LocationId> found =
                new Neighbours(catalogue, new LocationId("a"), rounds)
                        .silent(Scene.START.plusSeconds(30));

        assertThat(found)
                .extracting(LocationId::value)
                .containsExactly(silent == null ? new String[0] : silent.split(" "));
    }

    private void put(String place, String slotsAgo) {
        if (!slotsAgo.equals("none")) {
            Duration length = catalogue.pace().round();
            Instant start = Scene.START.minus(length.multipliedBy(Long.parseLong(slotsAgo)));
            Slot slot = Slot.containing(start, length);
            rounds.put(
                    new Round(
                            new LocationId(place),
                            slot,
                            0,
                            slot.start(),
                            slot.start(),
                            Controls.NONE,
                            List.of()));
        }
    }
}
