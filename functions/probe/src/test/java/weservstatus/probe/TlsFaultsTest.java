package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

class TlsFaultsTest {
    private static final ScriptedServer.Script FINE =
            ScriptedServer.always("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    @Test
    void saysWhenTheCertificateExpired() throws Exception {
        Instant end = today.minus(Duration.ofDays(3));
        SSLContext expired =
                Probers.AUTHORITY.server(end.minus(Duration.ofDays(30)), end, "card.example");

        assertThat(failureAt(expired, "card.example"))
                .isEqualTo(tls("The certificate of card.example expired at " + day(end)));
    }

    @Test
    void saysWhenTheCertificateBegins() throws Exception {
        Instant begin = today.plus(Duration.ofDays(3));
        SSLContext early =
                Probers.AUTHORITY.server(begin, begin.plus(Duration.ofDays(30)), "card.example");

        assertThat(failureAt(early, "card.example"))
                .isEqualTo(
                        tls("The certificate of card.example is not valid before " + day(begin)));
    }

    @Test
    void namesTheHostsThatTheCertificateIsFor() throws Exception {
        SSLContext other = Probers.AUTHORITY.serverFor("a.example", "b.example");

        assertThat(failureAt(other, "card.example"))
                .isEqualTo(
                        tls(
                                "The certificate is for a.example, b.example and not for"
                                        + " card.example"));
    }

    @Test
    void namesTheAuthorityThatIsNotTrusted() throws Exception {
        SSLContext foreign = new TestAuthority("Unheard Root").serverFor("card.example");

        assertThat(failureAt(foreign, "card.example"))
                .isEqualTo(
                        tls(
                                "The certificate of card.example comes from an unknown authority:"
                                        + " CN=Unheard Root"));
    }

    @Test
    void refusesProtocolsBeforeTls12() throws Exception {
        try (var server =
                ScriptedServer.plain(c -> {
                    c.socket().getInputStream().read(new byte[2_000]);
                    c.send(TLS_1_1_ALERT);
                    c.staySilent();
                })) {
            assertThat(failureAt(server, "card.example"))
                    .isEqualTo(tls("card.example speaks neither TLS 1.2 nor TLS 1.3"));
        }
    }

    /** Record of type alert, fatal, protocol_version (RFC 5246, 7.2). */
    private static final byte[] TLS_1_1_ALERT = {21, 3, 2, 0, 2, 2, 70};

    @Test
    void saysThatTheServerSpeaksNoTls() throws Exception {
        try (var server =
                ScriptedServer.plain(c -> {
                    c.send("HTTP/1.1 400 Bad Request\r\n\r\n");
                    c.staySilent();
                })) {
            assertThat(failureAt(server, "card.example"))
                    .isEqualTo(tls("card.example does not speak TLS at this port"));
        }
    }

    @Test
    void aServerThatStaysSilentInTheHandshakeIsATimeoutThere() throws Exception {
        try (var server = ScriptedServer.plain(Conversation::staySilent)) {
            assertThat(failureAt(server, "card.example"))
                    .isEqualTo(
                            Failure.in(
                                    Phase.TLS,
                                    FailureReason.TIMEOUT,
                                    "The TLS handshake with card.example was not complete within"
                                            + " 1.5 s"));
        }
    }

    @Test
    void aServerThatClosesInTheHandshakeIsAReset() throws Exception {
        try (var server = ScriptedServer.plain(c -> c.socket().getInputStream().read())) {
            assertThat(failureAt(server, "card.example"))
                    .extracting(Failure::reason, Failure::phase)
                    .containsExactly(FailureReason.RESET, Optional.of(Phase.TLS));
        }
    }

    @Test
    void reportsVersionCipherExpiryAndChain() throws Exception {
        SSLContext context = Probers.AUTHORITY.serverFor("card.example");
        try (var server = ScriptedServer.secure(context, FINE)) {
            var attempt =
                    Probers.probe(CheckRecipe.get("/"), "https://card.example:" + server.port());

            assertThat(attempt.exchange().answered().orElseThrow().tls())
                    .hasValueSatisfying(tls -> {
                        assertThat(tls.version()).isEqualTo("TLSv1.3");
                        assertThat(tls.cipher()).startsWith("TLS_");
                        assertThat(tls.expires()).isAfter(Instant.now());
                        assertThat(tls.chain()).containsExactly("CN=card.example", "CN=Test Root");
                    });
        }
    }

    private static Failure failureAt(SSLContext context, String host) throws Exception {
        try (var server = ScriptedServer.secure(context, FINE)) {
            return failureAt(server, host);
        }
    }

    private static Failure failureAt(ScriptedServer server, String host) {
        return Probers.broken(
                Probers.probe(
                        CheckRecipe.get("/").timeout(Duration.ofMillis(1_500)),
                        "https://" + host + ":" + server.port()));
    }

    private static Failure tls(String message) {
        return Failure.in(Phase.TLS, FailureReason.TLS, message);
    }

    private static String day(Instant midnight) {
        return midnight.toString().substring(0, 10) + " 00:00 UTC";
    }
}
