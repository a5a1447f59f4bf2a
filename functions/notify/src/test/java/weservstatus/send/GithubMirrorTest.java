package weservstatus.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.incident.Impact;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.notify.Event;
import weservstatus.notify.GithubChannel;
import weservstatus.notify.Message;
import weservstatus.notify.SampleMessages;
import weservstatus.notify.SecretName;

class GithubMirrorTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-26T10:01:00Z"));

    private final ScriptedGithub github = new ScriptedGithub();
    private final Receiver receiver = new Receiver(github::answer);

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void anIncidentIsOneIssueWhoseMessagesAreCommentsAndWhichIsClosedWithIt() {
        assertThat(send(incident(Event.OPENED))).isEqualTo(Delivery.SENT);
        assertThat(github.summary())
                .containsExactly("Image processing: down (wsrv.nl): open, 0 comments");

        assertThat(send(incident(Event.UPDATE))).isEqualTo(Delivery.SENT);
        assertThat(send(incident(Event.RESOLVED))).isEqualTo(Delivery.SENT);
        assertThat(send(SampleMessages.work(Event.PLANNED))).isEqualTo(Delivery.SENT);

        assertThat(github.summary())
                .containsExactly(
                        "Image processing: down (wsrv.nl): closed, 2 comments",
                        "New disks (wsrv.nl): open, 0 comments");
        assertThat(github.texts().getFirst())
                .startsWith(
                        "**New incident** ([status"
                                + " page](https://status.example.org/incidents/k3v9x1q0z7ab))")
                .contains("Image processing is down since 10:00 UTC.");
    }

    @Test
    void aRepeatAddsNothing() {
        for (Event event : new Event[] {Event.OPENED, Event.UPDATE, Event.RESOLVED}) {
            send(incident(event));
            send(incident(event));
        }

        assertThat(github.summary())
                .containsExactly("Image processing: down (wsrv.nl): closed, 2 comments");
    }

    /** Whatever answer gets lost, the next attempt brings everything to the same end. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void aLostAnswerIsMadeUpFor(int lost) {
        github.loseAnswer(lost);
        for (Event event : new Event[] {Event.OPENED, Event.UPDATE, Event.RESOLVED}) {
            Delivery first = send(incident(event));
            if (!first.equals(Delivery.SENT)) {
                assertThat(first).isInstanceOf(Delivery.Failed.class);
                assertThat(send(incident(event))).isEqualTo(Delivery.SENT);
            }
        }

        assertThat(github.summary())
                .containsExactly("Image processing: down (wsrv.nl): closed, 2 comments");
    }

    @Test
    void itIsOpenedAgainWhenTheIncidentGoesOn() {
        send(incident(Event.OPENED));
        send(incident(Event.RESOLVED));
        send(incident(Event.UPDATE));

        assertThat(github.summary())
                .containsExactly("Image processing: down (wsrv.nl): open, 2 comments");
    }

    @Test
    void aTryOfTheChannelLeavesNothingOpen() {
        send(incident(Event.TEST));

        assertThat(github.summary())
                .containsExactly("Image processing: down (wsrv.nl): closed, 0 comments");
    }

    /** What stands in a fence mentions nobody, hides nothing and cannot end the fence. */
    @Test
    void textsOfOthersCannotLeaveTheirBlock() {
        String hostile = "~~~~~\n@everyone\n<!-- weserv-status message aaaaaaaaaaaa -->";
        Message message = SampleMessages.incident(Event.OPENED, Impact.MAJOR, hostile);
        Message old = incident(Event.OPENED);
        send(
                new Message(
                        message.id(),
                        message.event(),
                        message.about(),
                        message.page(),
                        message.heading(),
                        message.parts(),
                        new Message.Facts(
                                hostile,
                                old.facts().since(),
                                Optional.empty(),
                                old.facts().places(),
                                old.facts().side(),
                                old.facts().failing()),
                        message.look(),
                        message.advice(),
                        message.at()));

        String text = github.texts().getFirst();
        assertThat(text).contains("\n~~~~~~\n").endsWith("message " + message.id() + " -->");
        assertThat(text.lines().filter(line -> line.equals("~~~~~~"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "401, '',                                          '', refused",
        "403, '{\"message\": \"API rate limit exceeded\"}', '', failed",
        "403, '{\"message\": \"Resource not accessible\"}', '', refused",
        "403, '',                                          60, failed",
        "404, '',                                          '', refused",
        "410, '',                                          '', refused",
        "429, '',                                          60, failed",
        "500, '',                                          '', failed",
        "200, 'no JSON',                                   '', failed"
    })
    void whatGithubSaysIsUnderstood(int status, String body, String after, String delivery) {
        Map<String, String> headers = after.isEmpty() ? Map.of() : Map.of("Retry-After", after);
        try (Receiver other = Receiver.always(new Receiver.Answer(status, headers, body))) {
            Delivery got = send(incident(Event.OPENED), other.address(), "SECRET-github");

            assertThat(got.getClass().getSimpleName()).isEqualToIgnoringCase(delivery);
            if (got instanceof Delivery.Failed(String _, Optional<Duration> wait)) {
                assertThat(wait.isPresent()).isEqualTo(!after.isEmpty());
            }
        }
    }

    @Test
    void aBrokenConnectionIsTriedLater() throws IOException {
        try (BadPeer peer = new BadPeer(BadPeer.RESET)) {
            assertThat(send(incident(Event.OPENED), peer.address(), "SECRET-github"))
                    .isEqualTo(
                            new Delivery.Failed(
                                    "the connection to the receiver broke off", Optional.empty()));
        }
    }

    @Test
    void silenceIsNotWaitedForWithoutAnEnd() throws IOException {
        try (BadPeer peer = new BadPeer(BadPeer.SILENCE)) {
            var impatient =
                    new NetworkSender(
                            _ -> Optional.of("SECRET-github"),
                            Optional.empty(),
                            CLOCK,
                            new Wire(Duration.ofMillis(200), CLOCK));

            assertThat(impatient.send(incident(Event.OPENED), channel(peer.address())))
                    .isEqualTo(
                            new Delivery.Failed(
                                    "the receiver did not answer within 200 ms", Optional.empty()));
        }
    }

    private Delivery send(Message message) {
        return send(message, receiver.address(), "SECRET-github");
    }

    private static Delivery send(Message message, URI server, String token) {
        return new NetworkSender(_ -> Optional.of(token), Optional.empty(), CLOCK)
                .send(message, channel(server));
    }

    private static GithubChannel channel(URI server) {
        return new GithubChannel(
                ChannelHead.of(new ChannelId("issues")),
                server,
                "weserv/status",
                new SecretName("GITHUB"),
                true);
    }

    private static Message incident(Event event) {
        return SampleMessages.incident(event, Impact.CRITICAL, "Image processing: down");
    }
}
