package weservstatus.local;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import weservstatus.check.Check;
import weservstatus.check.Page;
import weservstatus.check.Target;
import weservstatus.image.Oracle;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.probe.Expectations;
import weservstatus.probe.HttpProber;
import weservstatus.probe.ProbeSettings;
import weservstatus.usecase.Prober;

/** The use cases' port to the network, on real sockets. */
public final class NetworkProber implements Prober {
    private final HttpProber prober;

    /**
     * @param page whose URL the User-Agent names as the place to ask back
     * @param clock tells when an attempt began
     */
    public NetworkProber(Page page, InstantSource clock) {
        String userAgent = ProbeSettings.userAgent(Version.current(), page.url());
        ProbeSettings standard = ProbeSettings.standard(userAgent);
        ProbeSettings settings =
                new ProbeSettings(
                        clock,
                        standard.ticker(),
                        standard.nonces(),
                        userAgent,
                        standard.resolver(),
                        standard.trust());
        this.prober = new HttpProber(settings, new Expectations(new Oracle()::judge));
    }

    @Override
    public Attempt probe(Check check, Target target, Duration limit) {
        return prober.probe(check, target, limit);
    }

    @Override
    public ControlState control(URI url, Duration limit) {
        return prober.control(url, limit);
    }
}
