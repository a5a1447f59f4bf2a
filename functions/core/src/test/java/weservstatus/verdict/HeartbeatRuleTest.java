package weservstatus.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.BeatToken;
import weservstatus.check.CheckHead;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.check.HeartbeatCheck;
import weservstatus.check.Schedule;
import weservstatus.observe.Beat;
import weservstatus.observe.Failure;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Side;

class HeartbeatRuleTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final String SILENT =
            "No call for 91 s; one is due every 60 s, at most 30 s late";

    /** Called each minute with 30 s of grace, slow above 500 ms. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "    ,      ,         ,     NO_DATA, ",
                "0   , true ,         ,     PASSED,  ",
                "60  , true ,         ,     PASSED,  ",
                "90  , true ,         ,     PASSED,  ",
                "91  , true ,         , FAILED, SILENT",
                "5   , false,         ,     FAILED,  It calls itself down",
                "5   , false, disk full,    FAILED,  It calls itself down: disk full",
                "91  , false, disk full, FAILED, SILENT",
                "-2  , true ,         ,     PASSED,  ",
            })
    void silenceAndItsOwnWordDecide(
            Long secondsAgo, Boolean up, String words, Result expected, String message) {
        Optional<Beat> last =
                Optional.ofNullable(secondsAgo)
                        .map(ago ->
                                new Beat(
                                        NOW.minusSeconds(ago),
                                        up,
                                        words == null ? "" : words,
                                        OptionalLong.empty()));

        Observation seen = HeartbeatRule.observe(heartbeat(), last, NOW);

        assertThat(seen.result()).isEqualTo(expected);
        assertThat(seen.failure().map(Failure::message))
                .isEqualTo(Optional.ofNullable(message).map(m -> m.replace("SILENT", SILENT)));
        assertThat(seen.side()).isEqualTo(Optional.ofNullable(message).map(_ -> Side.SERVICE));
    }

    @ParameterizedTest
    @CsvSource({"500, PASSED", "501, SLOW"})
    void whatTheCallerMeasuredIsItsTime(long ping, Result result) {
        Beat beat = new Beat(NOW, true, "", OptionalLong.of(ping));

        Observation seen = HeartbeatRule.observe(heartbeat(), Optional.of(beat), NOW);

        assertThat(seen.result()).isEqualTo(result);
        assertThat(seen.phases().total()).isEqualTo(Duration.ofMillis(ping));
    }

    static HeartbeatCheck heartbeat() {
        return new HeartbeatCheck(
                new CheckHead(
                        new CheckId("beating"),
                        "Beating",
                        "",
                        new ComponentId("all"),
                        Scene.TARGET,
                        new Schedule(MINUTE, 0),
                        Duration.ofSeconds(10),
                        Optional.of(Duration.ofMillis(500)),
                        false),
                MINUTE,
                Duration.ofSeconds(30),
                new BeatToken.Variable("TOKEN"));
    }
}
