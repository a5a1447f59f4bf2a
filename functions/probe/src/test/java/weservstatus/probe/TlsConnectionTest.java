package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.check.HttpCheck;
import weservstatus.check.HttpVersion;
import weservstatus.observe.Attempt;

class TlsConnectionTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final int TIMES = 4;

    /** When the session of each connection was created; a resumed one is as old as its first. */
    private final List<Long> sessions = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void everyProbeDoesAFullHandshake(String version) throws Exception {
        try (var server = noting(version)) {
            NetworkProber prober = Probers.prober();
            for (int i = 0; i < TIMES; i++) {
                Attempt attempt = probe(prober, server);
                assertThat(attempt.failure()).isEmpty();
                assertThat(
                                attempt.exchange()
                                        .answered()
                                        .orElseThrow()
                                        .tls()
                                        .orElseThrow()
                                        .version())
                        .isEqualTo(version);
            }

            assertThat(sessions).hasSize(TIMES);
            assertThat(new HashSet<>(sessions)).as("full handshakes").hasSize(TIMES);
        }
    }

    /** The count above can tell: an ordinary client is seen to resume. */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void theServerSeesAClientThatResumes(String version) throws Exception {
        try (var server = noting(version)) {
            SSLContext shared = client();
            for (int i = 0; i < TIMES; i++) {
                ask(shared, server);
            }

            assertThat(sessions).hasSize(TIMES);
            assertThat(new HashSet<>(sessions)).as("full handshakes").hasSize(1);
        }
    }

    @Test
    void nagleIsOff() throws Exception {
        var turn = new TlsTurns().turn(new Deadline(Duration.ofSeconds(1), System::nanoTime));
        try (var socket =
                new ProbeSockets(turn, new WireBudget(HttpVersion.HTTP_1_1)).createSocket()) {
            assertThat(socket.getTcpNoDelay()).isTrue();
        }
    }

    /**
     * Nagle's algorithm against the delayed acknowledgement of an ordinary peer costs at least 40
     * ms on Linux, on every connection. So the best of some connections tells, however busy the
     * machine is.
     */
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void addsNoLatencyOfItsOwn(String version) throws Exception {
        SSLContext context = Probers.AUTHORITY.serverFor("localhost");
        try (var server = ScriptedServer.secure(context, ScriptedServer.always(OK), version)) {
            NetworkProber prober = Probers.prober();
            Duration best =
                    IntStream.range(0, 20)
                            .mapToObj(i -> probe(prober, server).exchange().phases().total())
                            .min(Duration::compareTo)
                            .orElseThrow();

            assertThat(best).isLessThan(Duration.ofMillis(30));
        }
    }

    private static Attempt probe(NetworkProber prober, ScriptedServer server) {
        HttpCheck check = CheckRecipe.get("/").build();
        String url = "https://localhost:" + server.port();
        return prober.probe(check, CheckRecipe.target(url), Duration.ofSeconds(10));
    }

    private ScriptedServer noting(String version) throws IOException {
        return ScriptedServer.secure(
                Probers.AUTHORITY.serverFor("localhost"),
                conversation -> {
                    conversation.readHead();
                    sessions.add(
                            ((SSLSocket) conversation.socket()).getSession().getCreationTime());
                    // The next session must be younger by the clock's grain.
                    conversation.linger(Duration.ofMillis(5));
                    conversation.send(OK);
                },
                version);
    }

    private static SSLContext client() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {Probers.AUTHORITY.trust()}, null);
        return context;
    }

    private static void ask(SSLContext context, ScriptedServer server) throws IOException {
        try (var socket = context.getSocketFactory().createSocket("localhost", server.port())) {
            socket.getOutputStream()
                    .write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
