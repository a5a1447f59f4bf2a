package weservstatus.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.incident.Impact;
import weservstatus.notify.Channel;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Channels;
import weservstatus.notify.Delivery;
import weservstatus.notify.Event;
import weservstatus.notify.HttpChannel;
import weservstatus.notify.Message;
import weservstatus.notify.SampleMessages;
import weservstatus.notify.WebhookChannel;
import weservstatus.usecase.Secrets;

class NetworkSenderTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:01:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final Message MESSAGE =
            SampleMessages.incident(Event.OPENED, Impact.MAJOR, "Images: fail in part");
    private static final int KINDS = Channels.at(URI.create("http://127.0.0.1")).size();

    static IntStream kinds() {
        return IntStream.range(0, KINDS);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsTheReceiverWhatTheChannelRenders(int kind) {
        try (Receiver receiver = Receiver.always(Receiver.Answer.of(202, "{\"ok\":true}"))) {
            HttpChannel channel = Channels.at(receiver.address()).get(kind);

            assertThat(send(channel, receiver.address())).isEqualTo(Delivery.SENT);

            var secrets = Channels.secrets(receiver.address());
            var post =
                    channel.post(MESSAGE, name -> Optional.ofNullable(secrets.get(name)), NOW)
                            .orElseThrow();
            Receiver.Told told = receiver.last().orElseThrow();
            assertThat(told.method()).isEqualTo("POST");
            assertThat(post.uri().toString())
                    .endsWith(told.uri().toString().replaceFirst("^/$", ""));
            assertThat(told.headers()).containsAllEntriesOf(post.headers());
            assertThat(told.headers().get("Content-Type"))
                    .isEqualTo("application/json; charset=utf-8");
            assertThat(told.body()).isEqualTo(post.body());
        }
    }

    /** What an answer means, for whatever kind of channel. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    # status | Retry-After                   | body                                 | delivery | seconds
                    200      | -                             | ok                                   | sent     | -
                    204      | -                             | ''                                   | sent     | -
                    301      | -                             | ''                                   | refused  | -
                    307      | -                             | ''                                   | refused  | -
                    400      | -                             | invalid_payload                      | refused  | -
                    401      | -                             | ''                                   | refused  | -
                    404      | -                             | no_service                           | refused  | -
                    410      | -                             | ''                                   | refused  | -
                    413      | -                             | ''                                   | refused  | -
                    408      | -                             | ''                                   | failed   | -
                    425      | -                             | ''                                   | failed   | -
                    429      | 30                            | ''                                   | failed   | 30
                    429      | Thu, 26 Nov 2026 10:03:00 GMT | ''                                   | failed   | 120
                    429      | Thu, 26 Nov 2026 09:00:00 GMT | ''                                   | failed   | 0
                    429      | soon                          | ''                                   | failed   | -
                    429      | 999999999                     | ''                                   | failed   | 21600
                    429      | -                             | {"parameters":{"retry_after":35}}    | failed   | 36
                    429      | -                             | {"retry_after": 0.65}                | failed   | 1
                    500      | -                             | ''                                   | failed   | -
                    502      | -                             | <html>                               | failed   | -
                    503      | 5                             | ''                                   | failed   | 5
                    """)
    void anAnswerIsUnderstood(
            int status, String retryAfter, String body, String delivery, Long seconds) {
        Map<String, String> headers =
                retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter);
        try (Receiver receiver = Receiver.always(new Receiver.Answer(status, headers, body))) {
            for (HttpChannel channel : Channels.at(receiver.address())) {
                Delivery got = send(channel, receiver.address());

                assertThat(word(got)).isEqualTo(delivery);
                assertThat(wait(got))
                        .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
            }
            assertThat(receiver.told()).hasSize(KINDS);
        }
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(BadPeer.RESET, "the connection to the receiver broke off"),
                Arguments.of(BadPeer.NOISE, "the connection to the receiver broke off"));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aBrokenConnectionIsTriedLaterAndNotAtOnce(BadPeer.Deed deed, String reason)
            throws IOException {
        try (BadPeer peer = new BadPeer(deed)) {
            for (HttpChannel channel : Channels.at(peer.address())) {
                assertThat(send(channel, peer.address()))
                        .isEqualTo(new Delivery.Failed(reason, Optional.empty()));
            }
            assertThat(peer.connections()).isEqualTo(KINDS);
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void silenceIsNotWaitedForWithoutAnEnd(int kind) throws IOException {
        try (BadPeer peer = new BadPeer(BadPeer.SILENCE)) {
            var secrets = Channels.secrets(peer.address());
            var impatient =
                    new NetworkSender(
                            name -> Optional.ofNullable(secrets.get(name)),
                            Optional.empty(),
                            CLOCK,
                            new Wire(Duration.ofMillis(200), CLOCK));

            assertThat(impatient.send(MESSAGE, Channels.at(peer.address()).get(kind)))
                    .isEqualTo(
                            new Delivery.Failed(
                                    "the receiver did not answer within 200 ms", Optional.empty()));
        }
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() throws IOException {
        try (BadPeer peer = new BadPeer(BadPeer.ENDLESS)) {
            assertThat(send(Channels.at(peer.address()).getFirst(), peer.address()))
                    .isEqualTo(Delivery.SENT);
        }
    }

    @Test
    void aPortWithoutAServerIsTriedLater() throws IOException {
        URI gone;
        try (BadPeer peer = new BadPeer(BadPeer.RESET)) {
            gone = peer.address();
        }

        assertThat(send(Channels.at(gone).getFirst(), gone))
                .isEqualTo(
                        new Delivery.Failed("the receiver takes no connection", Optional.empty()));
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (Receiver inner = Receiver.always(Receiver.Answer.of(200));
                Receiver outer =
                        Receiver.always(
                                new Receiver.Answer(
                                        308, Map.of("Location", inner.address() + "/"), ""))) {
            assertThat(word(send(Channels.at(outer.address()).getFirst(), outer.address())))
                    .isEqualTo("refused");
            assertThat(inner.told()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void aPrivateAddressIsNotEvenConnectedTo(String host) throws IOException {
        try (BadPeer peer = new BadPeer(BadPeer.RESET)) {
            var channel =
                    new WebhookChannel(
                            ChannelHead.of(new ChannelId("hook")),
                            URI.create("http://" + host + ":" + peer.port() + "/"),
                            Optional.empty(),
                            false);

            assertThat(send(channel, peer.address()))
                    .isEqualTo(
                            new Delivery.Refused(
                                    "the receiver lies in a private network; allowPrivate: true"
                                            + " allows it"));
            assertThat(peer.connections()).isZero();
        }
    }

    /** Receivers like to repeat what they were asked. */
    @ParameterizedTest
    @MethodSource("kinds")
    void aSecretThatTheReceiverRepeatsStandsInNoReason(int kind) {
        try (Receiver receiver =
                new Receiver(told ->
                        Receiver.Answer.of(
                                400, "no: " + told.headers() + told.uri() + told.body()))) {
            HttpChannel channel = Channels.at(receiver.address()).get(kind);

            Delivery delivery = send(channel, receiver.address());

            assertThat(delivery).isInstanceOf(Delivery.Refused.class);
            assertThat(delivery.toString() + channel)
                    .doesNotContain("SECRET")
                    .doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        }
    }

    @Test
    void aRequestIsNeverWrittenOutWithItsSecrets() {
        URI server = URI.create("https://receiver.example.org");
        for (HttpChannel channel : Channels.at(server)) {
            var secrets = Channels.secrets(server);
            var post = channel.post(MESSAGE, name -> Optional.ofNullable(secrets.get(name)), NOW);

            assertThat(post.orElseThrow().toString()).doesNotContain("SECRET", "receiver");
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void withoutItsSecretNothingIsSentAndItIsTriedLater(int kind) {
        try (Receiver receiver = Receiver.always(Receiver.Answer.of(200))) {
            HttpChannel channel = Channels.at(receiver.address()).get(kind);
            for (String wrong : List.of("", "not what it should be\n")) {
                Secrets secrets = _ -> Optional.of(wrong).filter(secret -> !secret.isEmpty());

                assertThat(word(sender(secrets).send(MESSAGE, channel))).isEqualTo("failed");
            }
            assertThat(receiver.told()).isEmpty();
        }
    }

    private static Delivery send(Channel channel, URI server) {
        var secrets = Channels.secrets(server);
        return sender(name -> Optional.ofNullable(secrets.get(name))).send(MESSAGE, channel);
    }

    private static NetworkSender sender(Secrets secrets) {
        return new NetworkSender(
                secrets, Optional.empty(), CLOCK, new Wire(Duration.ofSeconds(30), CLOCK));
    }

    private static String word(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Sent _ -> "sent";
            case Delivery.Refused _ -> "refused";
            case Delivery.Failed _ -> "failed";
        };
    }

    private static Optional<Duration> wait(Delivery delivery) {
        return delivery instanceof Delivery.Failed(String _, Optional<Duration> after)
                ? after
                : Optional.empty();
    }
}
