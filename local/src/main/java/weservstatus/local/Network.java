package weservstatus.local;

import java.time.InstantSource;
import weservstatus.check.Page;
import weservstatus.image.Oracle;
import weservstatus.probe.NetworkProber;
import weservstatus.usecase.Prober;

/** The use cases' port to the network, on real sockets. */
public final class Network {
    private Network() {}

    /** Asks in the name of this page; the clock tells when an attempt began. */
    public static Prober prober(Page page, InstantSource clock) {
        Oracle oracle = new Oracle();
        NetworkProber prober =
                NetworkProber.inTheNameOf(page, clock, oracle::judge, oracle::compare);
        return Prober.of(prober::probe, prober::control);
    }
}
