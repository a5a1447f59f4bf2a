package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultScriptTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, NONE",
        "PT39.999S, NONE",
        "PT40S, WEBP_BREAKS",
        "PT84.999S, WEBP_BREAKS",
        "PT85S, ALL_DOWN",
        "PT129.999S, ALL_DOWN",
        "PT130S, NONE",
        "PT180S, NONE",
        "PT599.999S, NONE",
        "PT600S, NONE",
        "PT640S, WEBP_BREAKS",
        "PT685S, ALL_DOWN",
        "PT6130S, NONE"
    })
    void playsGreenYellowRedAndGreenAgain(Duration elapsed, Fault expected) {
        assertThat(FaultScript.STANDARD.at(elapsed)).isEqualTo(expected);
    }

    @Test
    void refusesAScriptWithoutABeginning() {
        List<FaultScript.Scene> late =
                List.of(new FaultScript.Scene(Duration.ofSeconds(1), Fault.NONE));

        assertThatThrownBy(() -> new FaultScript(late, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the first scene starts at zero");
    }
}
