package weservstatus.observe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void keepsAMessageOf500Characters() {
        String message = "m".repeat(500);

        assertThat(Failure.of(FailureReason.BODY, message).message()).isEqualTo(message);
    }

    @Test
    void cutsALongerOneWhereverItIsMade() {
        String message = "m".repeat(501);
        String cut = "m".repeat(499) + "…";

        assertThat(Failure.of(FailureReason.BODY, message).message()).isEqualTo(cut);
        assertThat(Failure.in(Phase.DNS, FailureReason.DNS, message).message()).isEqualTo(cut);
    }

    @Test
    void neverCutsACharacterInTwo() {
        String message = "m".repeat(498) + "\uD83D\uDE00".repeat(10);

        assertThat(Failure.of(FailureReason.BODY, message).message())
                .isEqualTo("m".repeat(498) + "…");
    }
}
