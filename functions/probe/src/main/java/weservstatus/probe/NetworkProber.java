package weservstatus.probe;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import weservstatus.check.Check;
import weservstatus.check.DnsCheck;
import weservstatus.check.HeartbeatCheck;
import weservstatus.check.HttpCheck;
import weservstatus.check.JourneyCheck;
import weservstatus.check.Page;
import weservstatus.check.Target;
import weservstatus.check.TcpCheck;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;

/**
 * Asks the question of any check once; every way to fail is a value. One object per process, used
 * by many virtual threads at once: it has no limit of its own but that of {@link TlsTurns}.
 */
public final class NetworkProber {
    private final HttpProber http;
    private final TcpProber tcp;
    private final DnsProber dns;

    public NetworkProber(ProbeSettings settings, ExpectationJudge judge, LikenessJudge likenesses) {
        Asking asking = Asking.with(settings);
        this.http = new HttpProber(settings, judge, likenesses, asking);
        this.tcp = new TcpProber(settings, asking);
        this.dns = new DnsProber(settings);
    }

    /**
     * For production: the machine's resolver and trust.
     *
     * @param page whose URL the User-Agent names as the place to ask back
     * @param clock tells when an attempt began
     */
    public static NetworkProber inTheNameOf(
            Page page, InstantSource clock, PictureJudge pictures, LikenessJudge likenesses) {
        String userAgent = ProbeSettings.userAgent(Version.current(), page.url());
        ProbeSettings settings = ProbeSettings.standard(userAgent).withTime(clock);
        return new NetworkProber(settings, new Expectations(pictures), likenesses);
    }

    /** Performs the check once, within its own timeout and {@code limit}, whichever is shorter. */
    public Attempt probe(Check check, Target target, Duration limit) {
        Duration allowed = check.timeout().compareTo(limit) <= 0 ? check.timeout() : limit;
        return switch (check) {
            case HttpCheck http -> this.http.probe(http, target, allowed);
            case DnsCheck dns -> this.dns.probe(dns, target, allowed);
            case HeartbeatCheck heartbeat ->
                    throw new IllegalArgumentException(
                            heartbeat.id() + " is waited for, not asked");
            case JourneyCheck journey -> this.http.probe(journey, target, allowed);
            case TcpCheck tcp -> this.tcp.probe(tcp, target, allowed);
        };
    }

    /** Whether the address answers a GET with 2xx or 3xx within {@code limit}. */
    public ControlState control(URI url, Duration limit) {
        return http.control(url, limit);
    }
}
