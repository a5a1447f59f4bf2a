package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.check.HttpCheck;
import weservstatus.observe.Attempt;
import weservstatus.observe.Exchange;
import weservstatus.observe.Phase;
import weservstatus.observe.Phases;

/** However an attempt ends, its phases add up to the time between its first and last moment. */
class PhasesTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration BRIEF = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofMillis(60);

    /** Remembers when the clock was read first and last. */
    private static final class WatchedTicker implements LongSupplier {
        private final AtomicLong first = new AtomicLong();
        private final AtomicLong last = new AtomicLong();

        @Override
        public long getAsLong() {
            long now = System.nanoTime();
            first.compareAndSet(0, now);
            last.set(now);
            return now;
        }

        long micros() {
            return (last.get() - first.get()) / 1_000;
        }
    }

    /**
     * @param timeout brief where the server never answers
     * @param ends the phase in which the attempt ends
     */
    record Scene(String name, Duration timeout, ScriptedServer.Script script, Phase ends) {
        boolean secure() {
            return name.equals("https");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Scene> scenes() {
        return Stream.of(
                new Scene("http", PATIENT, ScriptedServer.always(OK), Phase.TRANSFER),
                new Scene("https", PATIENT, ScriptedServer.always(OK), Phase.TRANSFER),
                new Scene("slow first byte", PATIENT, late(PAUSE), Phase.TRANSFER),
                new Scene("redirected", PATIENT, PhasesTest::redirecting, Phase.TRANSFER),
                new Scene("reset", PATIENT, c -> c.reset(), Phase.FIRST_BYTE),
                new Scene("silent", BRIEF, Conversation::staySilent, Phase.FIRST_BYTE),
                new Scene(
                        "stall",
                        BRIEF,
                        c -> {
                            c.readHead();
                            c.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n1");
                            c.staySilent();
                        },
                        Phase.TRANSFER));
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void addUpToTheWholeTime(Scene scene) throws Exception {
        try (var server = server(scene)) {
            String url = scene.secure() ? "https://localhost:" + server.port() : server.url();

            // The best of a few: between two readings the machine may do something else.
            long gap = Long.MAX_VALUE;
            for (int i = 0; i < 5 && gap > 1_000; i++) {
                gap = Math.min(gap, gap(url, scene.timeout(), scene.ends()));
            }

            assertThat(gap).as("µs not in any phase").isLessThanOrEqualTo(1_000);
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void addUpWhereNoConnectionComesAbout(String url, Phase ends) throws Exception {
        assertThat(gap(url, PATIENT, ends)).isLessThanOrEqualTo(1_000);
    }

    static Stream<Arguments> places() throws IOException {
        String refused;
        try (var closed = ScriptedServer.plain(Conversation::staySilent)) {
            refused = closed.url();
        }
        return Stream.of(
                Arguments.of("http://gone.example", Phase.DNS),
                Arguments.of(refused, Phase.CONNECT));
    }

    private static long gap(String url, Duration timeout, Phase ends) {
        var ticker = new WatchedTicker();
        ProbeSettings base = Probers.SETTINGS;
        var settings =
                new ProbeSettings(
                        base.time(),
                        ticker,
                        base.nonces(),
                        base.userAgent(),
                        PhasesTest::resolve,
                        base.network(),
                        base.trust());
        HttpCheck check = CheckRecipe.get("/").timeout(timeout).redirects(1).build();
        Attempt attempt = Probers.prober(settings).probe(check, CheckRecipe.target(url), PATIENT);
        Phases phases = attempt.exchange().phases();
        for (Phase phase : Phase.values()) {
            boolean reached = phase.compareTo(ends) <= 0 && applies(phase, attempt.exchange());
            assertThat(phases.micros(phase) > 0).as("time in " + phase).isEqualTo(reached);
        }
        return Math.abs(ticker.micros() - phases.totalMicros());
    }

    private static boolean applies(Phase phase, Exchange exchange) {
        return phase != Phase.TLS || exchange.url().getScheme().equals("https");
    }

    private static List<InetAddress> resolve(String host) throws UnknownHostException {
        if (host.equals("gone.example")) {
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.ofLiteral("127.0.0.1"));
    }

    private static ScriptedServer server(Scene scene) throws IOException {
        return scene.secure()
                ? ScriptedServer.secure(Probers.AUTHORITY.serverFor("localhost"), scene.script())
                : ScriptedServer.plain(scene.script());
    }

    private static ScriptedServer.Script late(Duration pause) {
        return c -> {
            c.readHead();
            c.linger(pause);
            c.send(OK);
        };
    }

    private static void redirecting(Conversation c) throws IOException {
        boolean first = c.readHead().startsWith("GET / ");
        c.send(first ? "HTTP/1.1 302 Found\r\nLocation: /b\r\nContent-Length: 0\r\n\r\n" : OK);
    }
}
