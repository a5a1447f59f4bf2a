package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weservstatus.check.AddressFamily;
import weservstatus.check.Expectation.StatusIs;
import weservstatus.check.HttpMethod;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

class HttpProberTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();

    @Test
    void sendsExactlyTheseHeaders() throws Exception {
        try (var server = recording(OK)) {
            Attempt attempt =
                    Probers.probe(
                            CheckRecipe.get("/a").header("Accept", "image/webp"), server.url());

            String host = "127.0.0.1:" + server.port();
            assertThat(heads.take())
                    .isEqualTo(
                            "GET /a HTTP/1.1\r\nHost: "
                                    + host
                                    + "\r\nUser-Agent: "
                                    + Probers.USER_AGENT
                                    + "\r\nAccept-Encoding: gzip\r\nConnection: close\r\n"
                                    + "Accept: image/webp\r\n\r\n");
            assertThat(attempt.exchange().requestHeaders())
                    .extracting(header -> header.name() + ": " + header.value())
                    .containsExactly(
                            "Host: " + host,
                            "User-Agent: " + Probers.USER_AGENT,
                            "Accept-Encoding: gzip",
                            "Connection: close",
                            "Accept: image/webp");
        }
    }

    @Test
    void theUserAgentNamesProductVersionAndContact() {
        assertThat(ProbeSettings.userAgent("0.1.0", URI.create("https://status.example.org")))
                .isEqualTo("weserv-status/0.1.0 (+https://status.example.org)");
    }

    @Test
    void reportsTheAnswerAndWhoGaveIt() throws Exception {
        try (var server = recording("HTTP/1.1 404 Not Found\r\nX-A: 1\r\nX-A: 2\r\n\r\nbody")) {
            Attempt attempt =
                    Probers.probe(CheckRecipe.get("/").expecting(new StatusIs(200)), server.url());

            Answer answer = attempt.exchange().answered().orElseThrow();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.headers())
                    .extracting(header -> header.value())
                    .containsExactly("1", "2");
            assertThat(answer.text()).isEqualTo("body");
            assertThat(answer.httpVersion()).isEqualTo("HTTP/1.1");
            assertThat(answer.remoteAddress()).isEqualTo("127.0.0.1");
            assertThat(answer.tls()).isEmpty();
            assertThat(attempt.failure())
                    .contains(
                            Failure.of(
                                    FailureReason.STATUS,
                                    "Expected status 200, but got status 404"));
        }
    }

    @ParameterizedTest
    @CsvSource({"HEAD, 0", "GET, 0", "OPTIONS, 2", "POST, 2"})
    void sendsTheMethodOfTheCheck(HttpMethod method, int bytes) throws Exception {
        String bodiless =
                "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\nContent-Encoding: gzip\r\n\r\n";
        String answer = bytes == 0 ? bodiless : OK;
        try (var server = recording(answer)) {
            Attempt attempt = Probers.probe(CheckRecipe.get("/").method(method), server.url());

            assertThat(heads.take()).startsWith(method + " / HTTP/1.1\r\n");
            assertThat(attempt.exchange().answered().orElseThrow().body()).hasSize(bytes);
        }
    }

    @ParameterizedTest
    @CsvSource({"503, Retry-After: 0", "408, Retry-After: 0", "421, X-A: 1", "302, Location: /b"})
    void asksOnceWhateverTheAnswer(int status, String header) throws Exception {
        String answer = "HTTP/1.1 " + status + " X\r\n" + header + "\r\nContent-Length: 0\r\n\r\n";
        try (var server = recording(answer)) {
            Attempt attempt = Probers.probe(CheckRecipe.get("/"), server.url());

            Answer got = attempt.exchange().answered().orElseThrow();
            assertThat(got.status()).isEqualTo(status);
            assertThat(got.headers().getFirst().name() + ": " + got.headers().getFirst().value())
                    .isEqualTo(header);
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void usesAFreshConnectionForEachAttempt() throws Exception {
        try (var server = recording(OK)) {
            NetworkProber prober = Probers.prober();
            for (int i = 0; i < 3; i++) {
                prober.probe(CheckRecipe.get("/").build(), CheckRecipe.target(server.url()), LIMIT);
            }

            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void firstAttemptsOfAProcessAreCold() throws Exception {
        try (var server = recording(OK)) {
            NetworkProber prober = Probers.prober();
            var cold = new ArrayList<Boolean>();
            for (int i = 0; i < Warmth.NEEDED + 2; i++) {
                var check = CheckRecipe.get("/").build();
                cold.add(
                        prober.probe(check, CheckRecipe.target(server.url()), LIMIT)
                                .exchange()
                                .cold());
            }

            assertThat(cold).startsWith(true, true, true).endsWith(false, false);
        }
    }

    @Test
    void theShorterOfTimeoutAndLimitCounts() throws Exception {
        try (var server = ScriptedServer.plain(Conversation::staySilent)) {
            var check = CheckRecipe.get("/").timeout(Duration.ofSeconds(20)).build();

            Attempt attempt =
                    Probers.prober()
                            .probe(check, CheckRecipe.target(server.url()), Duration.ofMillis(200));

            assertThat(Probers.broken(attempt).message())
                    .isEqualTo("No answer from 127.0.0.1 within 200 ms");
        }
    }

    @Test
    void usesTheFirstAddressOfTheFamily() throws Exception {
        try (var server = recording(OK)) {
            assertThat(dual(AddressFamily.IPV4, server.port())).isEqualTo("127.0.0.1");
            assertThat(dual(AddressFamily.ANY, server.port())).isEqualTo("cannot be reached");
        }
        InetAddress six = InetAddress.ofLiteral("::1");
        try (var server = ScriptedServer.at(six, ScriptedServer.always(OK))) {
            assertThat(dual(AddressFamily.IPV6, server.port())).isEqualTo(six.getHostAddress());
        } catch (BindException noIpv6Here) {
            assertThat(dual(AddressFamily.IPV6, 80)).isEqualTo("cannot be reached");
        }
    }

    /** The address that answered for a name with both families, IPv6 first. */
    private static String dual(AddressFamily family, int port) {
        ProbeSettings both =
                Probers.SETTINGS.withResolver(host ->
                        List.of(InetAddress.ofLiteral("::1"), InetAddress.ofLiteral("127.0.0.1")));
        var check = CheckRecipe.get("/").family(family).build();
        Attempt attempt =
                Probers.prober(both)
                        .probe(check, CheckRecipe.target("http://dual.example:" + port), LIMIT);
        return attempt.exchange()
                .answered()
                .map(Answer::remoteAddress)
                .orElseGet(() -> {
                    assertThat(Probers.broken(attempt).reason()).isEqualTo(FailureReason.CONNECT);
                    return "cannot be reached";
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    IPV6 ! http://four.example ! four.example has no IPv6 address
                    IPV6 ! http://127.0.0.1    ! 127.0.0.1 has no IPv6 address
                    IPV4 ! http://[::1]        ! ::1 has no IPv4 address
                    ANY  ! http://gone.example ! The name gone.example could not be resolved: \
                    name or service not known
                    """)
    void aNameThatLeadsNowhereIsAValue(AddressFamily family, String url, String message) {
        ProbeSettings settings =
                Probers.SETTINGS.withResolver(host -> {
                    if (host.equals("gone.example")) {
                        throw new UnknownHostException(host + ": Name or service not known");
                    }
                    return List.of(InetAddress.ofLiteral("127.0.0.1"));
                });
        var check = CheckRecipe.get("/").family(family).build();

        Attempt attempt = Probers.prober(settings).probe(check, CheckRecipe.target(url), LIMIT);

        assertThat(Probers.broken(attempt))
                .isEqualTo(Failure.in(Phase.DNS, FailureReason.DNS, message));
    }

    @ParameterizedTest
    @CsvSource({"200, PASSED", "204, PASSED", "301, PASSED", "404, FAILED", "500, FAILED"})
    void aControlPassesOnSuccessAndRedirect(int status, ControlState state) throws Exception {
        try (var server = recording("HTTP/1.1 " + status + " X\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(Probers.prober().control(URI.create(server.url()), LIMIT)).isEqualTo(state);
            assertThat(heads.take()).startsWith("GET / HTTP/1.1\r\n");
        }
    }

    @Test
    void aControlThatDoesNotAnswerHasFailed() throws Exception {
        try (var server = ScriptedServer.plain(Conversation::staySilent)) {
            URI url = URI.create(server.url());

            assertThat(Probers.prober().control(url, Duration.ofMillis(100)))
                    .isEqualTo(ControlState.FAILED);
        }
    }

    private ScriptedServer recording(String answer) throws Exception {
        return ScriptedServer.plain(conversation -> {
            heads.add(conversation.readHead());
            conversation.send(answer);
        });
    }
}
