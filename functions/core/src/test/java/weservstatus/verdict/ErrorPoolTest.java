package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.observe.Observation;
import weservstatus.observe.Round;
import weservstatus.time.Interval;

class ErrorPoolTest {

    private static final ErrorPool MADE =
            new ErrorPool(new ComponentId("pictures"), CachePath.MISS);
    private static final ErrorPool CACHED =
            new ErrorPool(new ComponentId("pictures"), CachePath.HIT);

    private final Catalogue catalogue =
            Scene.at("a", "b", "c")
                    .component("pictures")
                    .vital("cached", CachePath.HIT)
                    .vital("made", CachePath.MISS)
                    .other("turned", Duration.ofMinutes(2))
                    .catalogue();

    @Test
    void takesTheRateFromTheCatalogue() {
        assertThat(CACHED.perMinute(catalogue)).isEqualTo(3);
        assertThat(MADE.perMinute(catalogue)).isEqualTo(4.5);
        assertThat(MADE.threshold(catalogue)).isEqualTo(ErrorCusum.threshold(4.5));
    }

    @Test
    void aFailingTierIsNotDilutedByGreenCachedAnswers() {
        List<Round> rounds = everyThird("bad");

        assertThat(decide(MADE, rounds).cusum().alarmed()).isTrue();
        assertThat(decide(CACHED, rounds).cusum()).isEqualTo(Cusum.CALM);
    }

    @Test
    void whatSaysNothingOfTheServiceRaisesNoAlarm() {
        for (String word : List.of("blocked", "self-fault", "origin", "missed")) {
            assertThat(decide(MADE, everyThird(word)).cusum()).isEqualTo(Cusum.CALM);
        }
    }

    @Test
    void anOutageThatIsOverLeavesNoAlarmBehind() {
        List<Round> rounds = new ArrayList<>();
        for (int minute = 0; minute < 30; minute++) {
            String word = minute >= 10 && minute < 20 ? "bad" : "good";
            for (String place : List.of("a", "b", "c")) {
                double second = minute * 60.0 + place.charAt(0) - 'a';
                rounds.add(Scene.round(place, second, Scene.seen("made", second, word)));
            }
        }

        ErrorCusum state = decide(MADE, rounds);

        assertThat(state.cusum().alarmed()).isFalse();
        assertThat(state.recent()).as("but the first, when it was no outage yet").hasSize(1);
    }

    /** Half an hour: of each location every third new picture is so, the others are good. */
    private static List<Round> everyThird(String word) {
        List<Round> rounds = new ArrayList<>();
        for (int minute = 0; minute < 30; minute++) {
            for (String place : List.of("a", "b", "c")) {
                int turn = place.charAt(0) - 'a';
                double second = minute * 60.0 + turn * 20;
                Observation made =
                        Scene.seen("made", second, (minute + turn) % 3 == 0 ? word : "good");
                rounds.add(Scene.round(place, second, made, Scene.seen("cached", second, "good")));
            }
        }
        return rounds;
    }

    private ErrorCusum decide(ErrorPool pool, List<Round> rounds) {
        Interval window = new Interval(Scene.START.minus(Duration.ofHours(1)), Scene.second(1_800));
        Sightings seen = Sightings.of(catalogue, rounds);
        SortedMap<ErrorPool, ErrorCusum> states =
                ErrorPool.decide(
                        catalogue,
                        catalogue.active().stream()
                                .map(check -> CheckHistory.of(catalogue, check, seen, window))
                                .toList());
        return Optional.ofNullable(states.get(pool)).orElseThrow();
    }
}
