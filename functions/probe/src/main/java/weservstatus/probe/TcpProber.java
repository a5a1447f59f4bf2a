package weservstatus.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;
import weservstatus.check.HttpMethod;
import weservstatus.check.HttpVersion;
import weservstatus.check.Target;
import weservstatus.check.TcpCheck;
import weservstatus.observe.Attempt;
import weservstatus.observe.Exchange;
import weservstatus.observe.Finding;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;

/** Connects once, over the first address of the wanted family, and hangs up. */
final class TcpProber {
    private static final String METHOD = "TCP";

    private final ProbeSettings settings;
    private final Asking asking;

    TcpProber(ProbeSettings settings, Asking asking) {
        this.settings = settings;
        this.asking = asking;
    }

    /** Performs the check once, within {@code limit}. */
    Attempt probe(TcpCheck check, Target target, Duration limit) {
        Question question = question(check, target);
        Deadline deadline = new Deadline(limit, settings.ticker());
        PhaseClock clock = new PhaseClock(settings.ticker());
        Instant started = settings.time().instant();
        deadline.begin();
        clock.enter(Phase.DNS);
        try {
            InetAddress address = connect(question, deadline, clock);
            Phases phases = clock.phases();
            return new Attempt(
                    check.id(),
                    new Exchange.Reached(
                            METHOD,
                            shown(question),
                            started,
                            phases,
                            false,
                            address.getHostAddress()),
                    List.of(accepted(question)));
        } catch (IOException | RuntimeException e) {
            Phases phases = clock.phases();
            var failure =
                    new TransportFailure(
                                    question,
                                    deadline,
                                    new BodyReader(),
                                    new ChainWitness(asking.trust()))
                            .of(e, clock.phase());
            return new Attempt(
                    check.id(),
                    new Exchange.Broken(
                            METHOD, shown(question), List.of(), started, phases, false, failure),
                    List.of());
        }
    }

    private InetAddress connect(Question question, Deadline deadline, PhaseClock clock)
            throws IOException {
        InetAddress address =
                asking.names().find(question.url().host(), question.family(), deadline);
        clock.enter(Phase.CONNECT);
        try (Socket socket = new Socket()) {
            int millis = Math.toIntExact(Math.max(1, deadline.remaining().toMillis()));
            socket.connect(new InetSocketAddress(address, question.url().port()), millis);
            clock.stop();
        }
        return address;
    }

    /** The place as the words for failures of transport know it; no HTTP is spoken. */
    private static Question question(TcpCheck check, Target target) {
        HttpUrl place =
                new HttpUrl.Builder()
                        .scheme("http")
                        .host(check.hostAt(target))
                        .port(check.port())
                        .build();
        return new Question(HttpMethod.GET, place, List.of(), check.family(), HttpVersion.HTTP_1_1);
    }

    private static URI shown(Question question) {
        String host = question.url().host();
        String authority = host.contains(":") ? "[" + host + "]" : host;
        return URI.create("tcp://" + authority + ":" + question.url().port());
    }

    private static Finding accepted(Question question) {
        String what = "a connection to port " + question.url().port();
        return new Finding(what, what, Optional.empty());
    }
}
