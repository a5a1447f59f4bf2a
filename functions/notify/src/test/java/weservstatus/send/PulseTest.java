package weservstatus.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.notify.Delivery;
import weservstatus.notify.SecretName;

class PulseTest {
    @Test
    void theAddressIsAskedAndNothingIsSaid() {
        try (Receiver receiver = Receiver.always(Receiver.Answer.of(200, "OK"))) {
            assertThat(pulse(receiver.address() + "/5f3c?create=1").beat())
                    .isEqualTo(Delivery.SENT);

            Receiver.Told told = receiver.last().orElseThrow();
            assertThat(told.method()).isEqualTo("GET");
            assertThat(told.uri()).hasToString("/5f3c?create=1");
            assertThat(told.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hc-ping.com/x", "ftp://x", "https:///x", "no address"})
    void whatIsNoAddressIsSaidWithoutRepeatingIt(String secret) {
        assertThat(pulse(secret).beat())
                .isEqualTo(
                        new Delivery.Failed(
                                "the secret PULSE_URL holds no address", Optional.empty()));
    }

    private static Pulse pulse(String secret) {
        return new Pulse(
                _ -> Optional.of(secret), new SecretName("PULSE_URL"), InstantSource.system());
    }
}
