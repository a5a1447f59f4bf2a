package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TlsTurnsTest {
    private final TlsTurns turns = new TlsTurns();

    @Test
    void eightComputeAtATime() throws Exception {
        taken();

        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(this::another);
    }

    @Test
    void whoWaitsForItsPeerLetsAnotherCompute() throws Exception {
        List<TlsTurn> held = taken();
        held.getFirst().pause();

        assertThatNoException().isThrownBy(this::another);
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> held.getFirst().resume());
    }

    @Test
    void theEndGivesBackOnceHoweverOftenItIsSaid() throws Exception {
        List<TlsTurn> held = taken();
        held.getFirst().end();
        held.getFirst().end();
        held.getFirst().pause();

        assertThatNoException().isThrownBy(this::another);
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(this::another);
    }

    private List<TlsTurn> taken() throws IOException {
        var held = new ArrayList<TlsTurn>();
        for (int i = 0; i < 8; i++) {
            held.add(another());
        }
        return held;
    }

    private TlsTurn another() throws IOException {
        var deadline = new Deadline(Duration.ofMillis(100), System::nanoTime);
        deadline.begin();
        TlsTurn turn = turns.turn(deadline);
        turn.begin();
        return turn;
    }
}
