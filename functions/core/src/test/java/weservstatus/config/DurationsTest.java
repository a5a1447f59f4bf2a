package weservstatus.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0s, PT0S",
        "1ms, PT0.001S",
        "1500ms, PT1.5S",
        "10s, PT10S",
        "90s, PT1M30S",
        "5m, PT5M",
        "1h, PT1H",
        "36h, PT36H",
        "1d, PT24H",
        "2d, PT48H"
    })
    void readsANumberAndAUnitAndWritesItAgain(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
        assertThat(Durations.format(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "s",
                "5x",
                "5 s",
                " 5s",
                "5s ",
                "-5s",
                "+5s",
                "1.5s",
                "1m30s",
                "PT10S",
                "5S",
                "5sec",
                "0x5s",
                "٥s",
                "1000000000s",
                "5s\n"
            })
    void refusesEverythingElse(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"60s, 1m", "120m, 2h", "24h, 1d", "1000ms, 1s", "3600s, 1h"})
    void writesTheLargestUnitThatFits(String written, String shortest) {
        assertThat(Durations.parse(written).map(Durations::format)).contains(shortest);
    }
}
