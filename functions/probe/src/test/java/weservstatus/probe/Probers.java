package weservstatus.probe;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import weservstatus.check.HttpCheck;
import weservstatus.observe.Attempt;
import weservstatus.observe.Exchange;
import weservstatus.observe.Failure;

/** Probers as in production, but for names that lead to loopback and for the test's authority. */
final class Probers {
    static final TestAuthority AUTHORITY = new TestAuthority("Test Root");

    static final String USER_AGENT = "weserv-status/test (+https://status.example.org)";

    static final ProbeSettings SETTINGS =
            ProbeSettings.standard(USER_AGENT)
                    .withResolver(host -> List.of(InetAddress.ofLiteral("127.0.0.1")))
                    .withNetwork(() -> true)
                    .withTrust(AUTHORITY.trust());

    private Probers() {}

    static NetworkProber prober() {
        return prober(SETTINGS);
    }

    static NetworkProber prober(ProbeSettings settings) {
        return new NetworkProber(
                settings,
                new Expectations((check, expectation, answer) -> List.of()),
                (likeness, here, other) -> List.of());
    }

    static Attempt probe(CheckRecipe check, String url) {
        HttpCheck built = check.build();
        return prober().probe(built, CheckRecipe.target(url), Duration.ofSeconds(30));
    }

    /** The failure of an attempt that got no complete answer. */
    static Failure broken(Attempt attempt) {
        return switch (attempt.exchange()) {
            case Exchange.Broken broken -> broken.failure();
            case Exchange.Reached reached ->
                    throw new AssertionError("reached " + reached.address());
            case Exchange.Answered answered ->
                    throw new AssertionError("answered with " + answered.answer().status());
        };
    }
}
