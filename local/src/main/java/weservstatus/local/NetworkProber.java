package weservstatus.local;

import java.net.URI;
import java.time.Duration;
import weservstatus.check.Check;
import weservstatus.check.Page;
import weservstatus.check.Target;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.probe.HttpProber;
import weservstatus.probe.PictureJudge;
import weservstatus.probe.ProbeSettings;
import weservstatus.usecase.Prober;

/** The use cases' port to the network, on real sockets. */
public final class NetworkProber implements Prober {
    private final HttpProber prober;

    /**
     * @param page whose URL the User-Agent names as the place to ask back
     */
    public NetworkProber(Page page, PictureJudge pictures) {
        String userAgent = ProbeSettings.userAgent(Version.current(), page.url());
        this.prober = HttpProber.standard(userAgent, pictures);
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
