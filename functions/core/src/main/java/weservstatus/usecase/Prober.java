package weservstatus.usecase;

import java.net.URI;
import java.time.Duration;
import weservstatus.check.Check;
import weservstatus.check.Target;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;

/** Port to the network: asks once. Never throws for what a network can do. */
public interface Prober {

    /** Performs the check once, within its own timeout and {@code limit}, whichever is shorter. */
    Attempt probe(Check check, Target target, Duration limit);

    /** Whether the address answers a GET with 2xx or 3xx within {@code limit}. */
    ControlState control(URI url, Duration limit);

    /** A prober made of its two questions. */
    static Prober of(Ask ask, Control control) {
        return new Prober() {
            @Override
            public Attempt probe(Check check, Target target, Duration limit) {
                return ask.probe(check, target, limit);
            }

            @Override
            public ControlState control(URI url, Duration limit) {
                return control.control(url, limit);
            }
        };
    }

    /** {@link Prober#probe} alone. */
    @FunctionalInterface
    interface Ask {
        Attempt probe(Check check, Target target, Duration limit);
    }

    /** {@link Prober#control} alone. */
    @FunctionalInterface
    interface Control {
        ControlState control(URI url, Duration limit);
    }
}
