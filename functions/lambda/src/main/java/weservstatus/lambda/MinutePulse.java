package weservstatus.lambda;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import weservstatus.config.Connections;
import weservstatus.notify.Delivery;
import weservstatus.notify.SecretName;

/**
 * Beats once in each minute of the clock in which a round was asked, looked at and published. That
 * nobody hears it is written down once, and disturbs nothing.
 */
final class MinutePulse {
    private final Ports ports;
    private final InstantSource clock;
    private final Consumer<String> troubles;
    private Instant told = Instant.EPOCH;
    private boolean heard = true;

    MinutePulse(Ports ports, InstantSource clock, Consumer<String> troubles) {
        this.ports = ports;
        this.clock = clock;
        this.troubles = troubles;
    }

    void beat(Connections connections) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!minute.equals(told)) {
            told = minute;
            connections.pulse().ifPresent(this::beat);
        }
    }

    private void beat(SecretName address) {
        try {
            note(ports.pulse(address));
        } catch (RuntimeException e) {
            unheard("the pulse cannot be sent: " + e);
        }
    }

    private void note(Delivery delivery) {
        switch (delivery) {
            case Delivery.Sent _ -> heard = true;
            case Delivery.Refused(String reason) -> unheard("the pulse is refused: " + reason);
            case Delivery.Failed(String reason, var _) ->
                    unheard("the pulse is not heard: " + reason);
        }
    }

    private void unheard(String why) {
        if (heard) {
            troubles.accept(why);
        }
        heard = false;
    }
}
