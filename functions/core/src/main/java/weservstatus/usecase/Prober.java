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
}
