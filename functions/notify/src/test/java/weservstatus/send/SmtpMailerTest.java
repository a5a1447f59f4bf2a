package weservstatus.send;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import weservstatus.incident.Impact;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.notify.Event;
import weservstatus.notify.Letter;
import weservstatus.notify.MailChannel;
import weservstatus.notify.MailServer;
import weservstatus.notify.MailServer.Login;
import weservstatus.notify.MailServer.Security;
import weservstatus.notify.Message;
import weservstatus.notify.MessageId;
import weservstatus.notify.SampleMessages;
import weservstatus.notify.SecretName;
import weservstatus.process.RealMailServer;
import weservstatus.store.TestClock;
import weservstatus.usecase.Secrets;

class SmtpMailerTest {
    private static final String PASSWORD = "pässword-SECRET-1";
    private static final Secrets SECRETS = _ -> Optional.of(PASSWORD);
    private static final Optional<Login> LOGIN =
            Optional.of(new Login("monitor", new SecretName("MAIL_PASSWORD")));
    private static final SSLSocketFactory SYSTEM = (SSLSocketFactory) SSLSocketFactory.getDefault();
    private static final Message MESSAGE =
            SampleMessages.incident(Event.OPENED, Impact.MAJOR, "Bilder: größtenteils 図");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"starttls, STARTTLS", "implicit, TLS"})
    void mailGoesOverTlsWithALogin(String tls, Security security) throws Exception {
        try (RealMailServer server =
                RealMailServer.secure(folder, tls, "--login", "monitor:" + PASSWORD)) {
            SmtpMailer mailer =
                    mailer(server.port(), security, LOGIN, RealMailServer.trust(folder));

            assertThat(mailer.send(MESSAGE, to("ops@example.org", "boss@example.org")))
                    .isEqualTo(Delivery.SENT);
            assertThat(mailer.send(MESSAGE, to("ops@example.org"))).isEqualTo(Delivery.SENT);

            List<JsonNode> mails = server.mails();
            assertThat(mails).hasSize(2);
            assertThat(mails.getFirst().path("tls").asBoolean()).isTrue();
            assertThat(mails.getFirst().path("login").asString()).isEqualTo("monitor");
            assertThat(mails.getFirst().path("from").asString()).isEqualTo("status@example.org");
            assertThat(mails)
                    .extracting(mail -> mime(mail).getMessageID())
                    .containsOnly("<" + MESSAGE.id() + "@weserv-status.invalid>");
        }
    }

    @Test
    void aMailSaysWhatTheMessageSays() throws Exception {
        try (RealMailServer server = RealMailServer.plain(folder)) {
            SmtpMailer mailer = mailer(server.port(), Security.NONE, Optional.empty(), SYSTEM);

            mailer.send(MESSAGE, to("ops@example.org"));

            MimeMessage mime = mime(server.mails().getFirst());
            assertThat(mime.getSubject())
                    .isEqualTo("New incident: Bilder: größtenteils 図 (wsrv.nl)");
            assertThat(mime.getContent().toString().replace("\r\n", "\n"))
                    .contains("Image processing is down since 10:00 UTC.", "What to do:");
            assertThat(mime.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mime.getHeader("References"))
                    .containsExactly("<incident-k3v9x1q0z7ab@weserv-status.invalid>");
            assertThat(mime.getSentDate()).isEqualTo("2026-11-26T10:01:00Z");
        }
    }

    @Test
    void manyMailsGoOverOneConnectionThatIsNotKeptForLong() throws Exception {
        TestClock clock = new TestClock(SampleMessages.BEGAN);
        try (RealMailServer server = RealMailServer.plain(folder);
                BadPeer between = new BadPeer(BadPeer.passingOnTo(server.port()))) {
            SmtpMailer mailer = mailer(between.port(), clock);
            for (int mail = 0; mail < 20; mail++) {
                assertThat(mailer.send(MESSAGE, to("ops@example.org"))).isEqualTo(Delivery.SENT);
            }
            assertThat(between.connections()).isEqualTo(1);
            assertThat(server.mails()).hasSize(20);

            clock.advance(SmtpLines.IDLE);
            mailer.sweep();
            mailer.send(MESSAGE, to("ops@example.org"));
            assertThat(between.connections()).isEqualTo(2);
        }
    }

    @Test
    void aConnectionThatTheServerHasClosedIsReplaced() throws Exception {
        try (RealMailServer server = RealMailServer.plain(folder);
                BadPeer between = new BadPeer(BadPeer.passingOnUntilAskedTo(server.port()))) {
            SmtpMailer mailer = mailer(between.port(), new TestClock(SampleMessages.BEGAN));
            for (int mail = 0; mail < 3; mail++) {
                assertThat(mailer.send(MESSAGE, to("ops@example.org"))).isEqualTo(Delivery.SENT);
            }

            assertThat(between.connections()).isEqualTo(3);
            assertThat(server.mails()).hasSize(3);
        }
    }

    private static SmtpMailer mailer(int port, TestClock clock) {
        MailServer server =
                new MailServer(
                        "localhost", port, Security.NONE, "status@example.org", Optional.empty());
        return new SmtpMailer(server, SECRETS, clock, SYSTEM);
    }

    @Test
    void aLetterToAVisitorCanBeEndedByOneClick() throws Exception {
        URI end = URI.create("https://status.example.org/api/v1/subscriptions/t/unsubscribe");
        try (RealMailServer server = RealMailServer.plain(folder)) {
            SmtpMailer mailer = mailer(server.port(), Security.NONE, Optional.empty(), SYSTEM);

            assertThat(
                            mailer.send(
                                    new Letter(
                                            new MessageId("abcdefghijkl"),
                                            "visitor@example.org",
                                            "Hello\r\nBcc: victim@example.org",
                                            "Text\n",
                                            Optional.of(end))))
                    .isEqualTo(Delivery.SENT);

            JsonNode mail = server.mails().getFirst();
            MimeMessage mime = mime(mail);
            assertThat(mime.getHeader("List-Unsubscribe")).containsExactly("<" + end + ">");
            assertThat(mime.getHeader("List-Unsubscribe-Post"))
                    .containsExactly("List-Unsubscribe=One-Click");
            assertThat(mime.getHeader("Bcc")).isNull();
            assertThat(mail.path("to").toString()).isEqualTo("[\"visitor@example.org\"]");
        }
    }

    /** RFC 5321 section 4.2.1: 4yz later, 5yz never. */
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # from,                 to,                                   delivery, arrive
                    status@example.org,     ops@example.org,                      sent,     1
                    greylisted@example.org, ops@example.org,                      failed,   0
                    spam@example.org,       ops@example.org,                      refused,  0
                    status@example.org,     full@example.org,                     failed,   0
                    status@example.org,     unknown@example.org,                  refused,  0
                    status@example.org,     ops@example.org unknown@example.org,  refused,  1
                    """)
    void whatTheServerSaysIsUnderstood(String from, String to, String delivery, int arrive)
            throws Exception {
        try (RealMailServer server = RealMailServer.plain(folder)) {
            var where =
                    new MailServer(
                            "localhost", server.port(), Security.NONE, from, Optional.empty());
            var mailer = new SmtpMailer(where, SECRETS, clock(), SYSTEM);

            Delivery got = mailer.send(MESSAGE, to(to.split(" ", -1)));

            assertThat(word(got)).isEqualTo(delivery);
            assertThat(server.mails()).hasSize(arrive);
        }
    }

    @Test
    void withoutStarttlsNothingIsSaidToAServerThatMustHaveIt() throws Exception {
        try (RealMailServer server = RealMailServer.plain(folder)) {
            SmtpMailer mailer = mailer(server.port(), Security.STARTTLS, LOGIN, SYSTEM);

            assertThat(word(mailer.send(MESSAGE, to("ops@example.org")))).isEqualTo("failed");
            assertThat(server.mails()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"starttls, STARTTLS", "implicit, TLS"})
    void aServerThatCannotProveItsNameGetsNothing(String tls, Security security) throws Exception {
        try (RealMailServer server = RealMailServer.secure(folder, tls)) {
            SmtpMailer stranger = mailer(server.port(), security, Optional.empty(), SYSTEM);
            var byNumber =
                    new MailServer(
                            "127.0.0.1",
                            server.port(),
                            security,
                            "status@example.org",
                            Optional.empty());
            var otherName =
                    new SmtpMailer(byNumber, SECRETS, clock(), RealMailServer.trust(folder));

            assertThat(word(stranger.send(MESSAGE, to("ops@example.org")))).isEqualTo("failed");
            assertThat(word(otherName.send(MESSAGE, to("ops@example.org")))).isEqualTo("failed");
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsNotRepeatedInTheReason() throws Exception {
        try (RealMailServer server =
                RealMailServer.secure(folder, "starttls", "--login", "monitor:other")) {
            SmtpMailer mailer =
                    mailer(server.port(), Security.STARTTLS, LOGIN, RealMailServer.trust(folder));

            assertThat(mailer.send(MESSAGE, to("ops@example.org")))
                    .isEqualTo(
                            new Delivery.Failed(
                                    "the mail server refuses the login", Optional.empty()));
        }
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(BadPeer.SILENCE, "the mail server did not answer in time"),
                Arguments.of(
                        BadPeer.HANG_UP, "the mail server could not be spoken to as it must be"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aBrokenServerIsTriedLater(BadPeer.Deed deed, String reason) throws IOException {
        try (BadPeer peer = new BadPeer(deed)) {
            var where =
                    new MailServer(
                            "127.0.0.1",
                            peer.port(),
                            Security.NONE,
                            "status@example.org",
                            Optional.empty());
            var mailer = new SmtpMailer(where, SECRETS, clock(), SYSTEM, Duration.ofMillis(300));

            assertThat(mailer.send(MESSAGE, to("ops@example.org")))
                    .isEqualTo(new Delivery.Failed(reason, Optional.empty()));
        }
    }

    @Test
    void onlyThisMachineIsTrustedWithoutTls() {
        assertThat(MailServer.isThisMachine("localhost")).isTrue();
        assertThat(MailServer.isThisMachine("127.0.0.1")).isTrue();
        assertThat(MailServer.isThisMachine("::1")).isTrue();
        assertThat(MailServer.isThisMachine("mail.example.org")).isFalse();
        assertThat(MailServer.isThisMachine("10.0.0.1")).isFalse();
    }

    private static SmtpMailer mailer(
            int port, Security security, Optional<Login> login, SSLSocketFactory trust) {
        var server = new MailServer("localhost", port, security, "status@example.org", login);
        return new SmtpMailer(server, SECRETS, clock(), trust);
    }

    private static InstantSource clock() {
        return InstantSource.fixed(Instant.parse("2026-11-26T10:01:00Z"));
    }

    private static MailChannel to(String... addresses) {
        return new MailChannel(ChannelHead.of(new ChannelId("mail")), List.of(addresses));
    }

    private static MimeMessage mime(JsonNode mail) throws Exception {
        byte[] bytes = mail.path("content").asString().getBytes(StandardCharsets.UTF_8);
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
    }

    private static String word(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent _ -> "sent";
            case Delivery.Refused _ -> "refused";
            case Delivery.Failed _ -> "failed";
        };
    }
}
