package weservstatus.uptime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.time.Spans;
import weservstatus.verdict.RandomRounds;
import weservstatus.verdict.Scene;
import weservstatus.verdict.Sightings;
import weservstatus.verdict.Verdicts;

/** What must hold for every history, tried on many random ones. */
class CountingPropertiesTest {

    private static final Duration LENGTH = Duration.ofHours(5);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    /** One to five locations, with vital and rotated checks. */
    private static Catalogue catalogue(long seed) {
        String[] places = {"a", "b", "c", "d", "e"};
        return Scene.at(Arrays.copyOf(places, 1 + (int) (seed % 5)))
                .component("main")
                .vital("main-1", CachePath.MISS)
                .vital("main-2", CachePath.HIT)
                .other("main-3", Duration.ofMinutes(10))
                .component("effects")
                .other("effect-1", Duration.ofMinutes(20))
                .other("effect-2", Duration.ofMinutes(20))
                .other("effect-3", Duration.ofMinutes(5))
                .catalogue();
    }

    private static List<HourItem> hours(Catalogue catalogue, List<Round> rounds) {
        List<HourItem> hours = new ArrayList<>();
        Instant end = Scene.START.plus(LENGTH);
        for (Instant at = Scene.START; at.isBefore(end); at = at.plus(Duration.ofHours(1))) {
            hours.add(
                    HourItem.of(
                            Watched.of(catalogue), Interval.hour(at), rounds, Interval.hour(at)));
        }
        return hours;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void neitherTheOrderNorRepetitionOfRoundsChangesAnything(long seed) {
        Catalogue catalogue = catalogue(seed);
        RandomRounds random = RandomRounds.with(seed);
        List<Round> rounds = random.of(catalogue, LENGTH);
        List<Round> stirred = random.stirred(rounds);
        Instant now = Scene.START.plus(LENGTH.dividedBy(2));

        assertThat(stirred).hasSizeGreaterThan(rounds.size());
        assertThat(hours(catalogue, stirred)).isEqualTo(hours(catalogue, rounds));
        assertThat(Verdicts.decide(catalogue, stirred, now))
                .isEqualTo(Verdicts.decide(catalogue, rounds, now));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void hoursAddUpToWhatWasCountedAndToTheWhole(long seed) {
        Catalogue catalogue = catalogue(seed);
        List<Round> rounds = RandomRounds.with(seed).of(catalogue, LENGTH);
        Interval all = new Interval(Scene.START, Scene.START.plus(LENGTH));
        Rollup sum =
                hours(catalogue, rounds).stream()
                        .map(HourItem::rollup)
                        .reduce(Rollup.NONE, Rollup::plus);

        Verdicts.history(catalogue, Sightings.of(catalogue, rounds), all)
                .forEach((component, history) -> {
                    Tally tally = sum.of(component).tally();
                    assertThat(tally.elapsed()).isEqualTo(LENGTH.toMillis());
                    assertThat(tally).isEqualTo(Tallies.of(history, Spans.NONE));
                });
        assertThat(sum.components()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBegunHourCountsWhatIsOver(long seed) {
        Catalogue catalogue = catalogue(seed);
        List<Round> rounds = RandomRounds.with(seed).of(catalogue, LENGTH);
        Interval counted =
                new Interval(
                        Scene.START.plusMillis(seed * 7_001), Scene.START.plusMillis(3_333_333));

        HourItem item =
                HourItem.of(Watched.of(catalogue), Interval.hour(Scene.START), rounds, counted);

        assertThat(item.rollup().components().values())
                .allSatisfy(share ->
                        assertThat(share.tally().elapsed()).isEqualTo(counted.length().toMillis()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void moreFailuresNeverShortenAnOutageNorItsBounds(long seed) {
        Catalogue catalogue = catalogue(seed);
        RandomRounds random = RandomRounds.with(seed);
        List<Round> rounds = random.of(catalogue, LENGTH);
        List<HourItem> before = hours(catalogue, rounds);
        List<HourItem> after = hours(catalogue, random.worsened(rounds));

        for (int i = 0; i < before.size(); i++) {
            Rollup worse = after.get(i).rollup();
            before.get(i)
                    .rollup()
                    .components()
                    .forEach((component, share) -> {
                        Tally was = share.tally();
                        Tally is = worse.of(component).tally();
                        // Not the likely length: a bad answer after a silence moves the middle
                        // of the last edge, which may lie before the end of the silence.
                        assertThat(is.down()).isGreaterThanOrEqualTo(was.least());
                        assertThat(is.least()).isGreaterThanOrEqualTo(was.least());
                        assertThat(is.most()).isGreaterThanOrEqualTo(was.most());
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergingIsAssociativeAndCommutative(long seed) {
        Catalogue catalogue = catalogue(seed);
        List<Round> rounds = RandomRounds.with(seed).of(catalogue, LENGTH);
        List<Rollup> r = hours(catalogue, rounds).stream().map(HourItem::rollup).toList();

        assertThat(r.get(0).plus(r.get(1)).plus(r.get(2)))
                .isEqualTo(r.get(0).plus(r.get(1).plus(r.get(2))))
                .isEqualTo(r.get(2).plus(r.get(0)).plus(r.get(1)));
    }
}
