package weservstatus.local;

import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import weservstatus.check.Page;
import weservstatus.config.Connections;
import weservstatus.image.Oracle;
import weservstatus.probe.NetworkProber;
import weservstatus.send.NetworkSender;
import weservstatus.send.SmtpMailer;
import weservstatus.usecase.Prober;
import weservstatus.usecase.Secrets;
import weservstatus.usecase.Sender;

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

    /** Sends to channels; mail goes over the server of the file. */
    public static Sender sender(Connections connections, Secrets secrets, InstantSource clock) {
        return new NetworkSender(secrets, mailer(connections, secrets, clock), clock);
    }

    /** Writes mail; absent where the file names no server. */
    static Optional<SmtpMailer> mailer(
            Connections connections, Secrets secrets, InstantSource clock) {
        var trust = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return connections.mail().map(server -> new SmtpMailer(server, secrets, clock, trust));
    }
}
