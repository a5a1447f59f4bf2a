package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.CachePath;
import weservstatus.check.ComponentId;
import weservstatus.check.Schedule;
import weservstatus.observe.Answer;
import weservstatus.observe.Header;

class BackOffTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    /** Last wait, how long ago it ended, whether a request came through since; what is asked. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "      ,       , false, ,         PT1M ",
                "PT1M  , PT0S  , false, ,         PT2M ",
                "PT2M  , PT5M  , false, ,         PT4M ",
                "PT32M , PT1M  , false, ,         PT1H ",
                "PT1H  , PT10M , false, ,         PT1H ",
                "PT4M  , PT20H , false, ,         PT8M ",
                "PT4M  , PT25H , false, ,         PT1M ",
                "PT4M  , PT30M , true , ,         PT8M ",
                "PT4M  , PT61M , true , ,         PT1M ",
                "      ,       , false, PT600S,   PT10M",
                "PT32M , PT0S  , false, PT120S,   PT2M ",
                "      ,       , false, PT0S,     PT1M ",
                "      ,       , false, PT2H,     PT2H ",
                "      ,       , false, PT1000H,  PT24H",
            })
    void waitsAsToldElseTwiceAsLong(
            Duration last, Duration ago, boolean over, Duration asked, Duration wait) {
        Optional<BackOff> before =
                Optional.ofNullable(last).map(l -> new BackOff(NOW.minus(ago), l, false, over));

        BackOff next = BackOff.refused(before, Optional.ofNullable(asked), false, NOW);

        assertThat(next).isEqualTo(new BackOff(NOW.plus(wait), wait, false, false));
    }

    @Test
    void holdsThenTriesThenIsFree() {
        BackOff state = BackOff.refused(Optional.empty(), Optional.empty(), false, NOW);

        assertThat(state.stance(NOW)).isEqualTo(BackOff.Stance.HELD);
        assertThat(state.stance(NOW.plusSeconds(59))).isEqualTo(BackOff.Stance.HELD);
        assertThat(state.stance(NOW.plusSeconds(60))).isEqualTo(BackOff.Stance.TRIAL);
        assertThat(state.passed().stance(NOW)).isEqualTo(BackOff.Stance.FREE);
    }

    @ParameterizedTest
    @CsvSource({
        "false, MISS, true",
        "false, NONE, true",
        "false, HIT, false",
        "true, MISS, true",
        "true, HIT, true",
    })
    void leavesCachedAnswersAloneUntilTheyAreRefusedToo(
            boolean everything, CachePath path, boolean concerned) {
        var check =
                Scene.check(
                        "it",
                        new ComponentId("all"),
                        new Schedule(Duration.ofMinutes(1), 0),
                        true,
                        path,
                        "/");

        assertThat(new BackOff(NOW, BackOff.SHORTEST, everything, false).concerns(check))
                .isEqualTo(concerned);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "120, PT2M",
                "' 7 ', PT7S",
                "'Thu, 26 Nov 2026 12:10:00 GMT', PT10M",
                "'Thu, 26 Nov 2026 11:00:00 GMT', ",
                "soon, ",
                "-5, ",
                "99999999999, ",
            })
    void readsSecondsAndDates(String header, Duration wait) {
        Answer answer =
                new Answer(
                        429,
                        List.of(new Header("retry-after", header)),
                        "".getBytes(StandardCharsets.UTF_8),
                        "HTTP/1.1",
                        "192.0.2.1",
                        Optional.empty());

        assertThat(RetryAfter.of(answer, NOW)).isEqualTo(Optional.ofNullable(wait));
    }
}
