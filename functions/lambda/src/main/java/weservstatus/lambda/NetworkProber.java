package weservstatus.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
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
record NetworkProber(HttpProber prober) implements Prober {

    /**
     * For production, but for the clock.
     *
     * @param page whose URL the User-Agent names as the place to ask back
     * @param clock tells when an attempt began
     */
    static NetworkProber inTheNameOf(Page page, InstantSource clock) {
        String userAgent = ProbeSettings.userAgent(version(), page.url());
        ProbeSettings standard = ProbeSettings.standard(userAgent);
        ProbeSettings settings =
                new ProbeSettings(
                        clock,
                        standard.ticker(),
                        standard.nonces(),
                        userAgent,
                        standard.resolver(),
                        standard.trust());
        return new NetworkProber(new HttpProber(settings, new Expectations(new Oracle()::judge)));
    }

    @Override
    public Attempt probe(Check check, Target target, Duration limit) {
        return prober.probe(check, target, limit);
    }

    @Override
    public ControlState control(URI url, Duration limit) {
        return prober.control(url, limit);
    }

    /** Written into the jar by the build. */
    private static String version() {
        try (InputStream stream =
                Objects.requireNonNull(NetworkProber.class.getResourceAsStream("version.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
