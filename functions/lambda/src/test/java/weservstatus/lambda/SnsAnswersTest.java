package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.SnsException;
import weservstatus.incident.Impact;
import weservstatus.notify.ChannelHead;
import weservstatus.notify.ChannelId;
import weservstatus.notify.Delivery;
import weservstatus.notify.Event;
import weservstatus.notify.SampleMessages;
import weservstatus.notify.SnsChannel;

/** What becomes of what SNS answers, or does not answer, on a real socket. */
class SnsAnswersTest {
    private static final String TOPIC = "arn:aws:sns:eu-central-1:123456789012:alerts";
    private static final String ERROR =
            """
            <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>\
            <Code>%s</Code><Message>ada@example.org</Message></Error><RequestId>r</RequestId></ErrorResponse>
            """;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidParameter, refused",
        "403, AuthorizationError, refused",
        "404, NotFound, refused",
        "400, ThrottlingException, failed",
        "429, Throttled, failed",
        "500, InternalError, failed",
        "503, ServiceUnavailable, failed"
    })
    void anErrorIsForGoodOrTriedLater(int status, String code, String delivery) throws IOException {
        Delivery got = send(client(answering(status, ERROR.formatted(code))));

        assertThat(got.getClass().getSimpleName()).isEqualToIgnoringCase(delivery);
    }

    @Test
    void aConnectionThatBreaksIsTriedLater() throws IOException {
        assertThat(send(client(peer(true)))).isInstanceOf(Delivery.Failed.class);
    }

    @Test
    void silenceIsNotWaitedForWithoutAnEnd() throws IOException {
        assertThat(send(client(peer(false)))).isInstanceOf(Delivery.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "400, InvalidParameter",
        "403, FilterPolicyLimitExceeded",
        "403, SubscriptionLimitExceeded"
    })
    void whatSnsKnowsOfAnAddressIsNotedWithoutItAndNotTold(int status, String code)
            throws IOException {
        List<String> refusals = new ArrayList<>();
        subscribe(client(answering(status, ERROR.formatted(code))), refusals);

        assertThat(refusals).containsExactly("SNS takes no subscription: " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 AuthorizationError", "429 Throttled", "500 InternalError"})
    void whatMeetsEveryAddressAlikeIsTrouble(String answer) throws IOException {
        String[] words = answer.split(" ", -1);
        SnsClient client = client(answering(Integer.parseInt(words[0]), ERROR.formatted(words[1])));
        List<String> refusals = new ArrayList<>();

        assertThatThrownBy(() -> subscribe(client, refusals)).isInstanceOf(SnsException.class);
        assertThat(refusals).isEmpty();
    }

    private static void subscribe(SnsClient client, List<String> refusals) {
        new SnsTopicSubscriber(client, TOPIC, refusals::add).subscribe("ada@example.org", "{}");
    }

    private static Delivery send(SnsClient client) {
        return new SnsSender(client, (message, channel) -> Delivery.SENT)
                .send(
                        SampleMessages.incident(Event.OPENED, Impact.MAJOR, "Down"),
                        new SnsChannel(ChannelHead.of(new ChannelId("sns")), TOPIC));
    }

    private SnsClient client(int port) {
        SnsClient client =
                new AwsEndpoint(URI.create("http://127.0.0.1:" + port))
                        .at(SnsClient.builder())
                        .overrideConfiguration(o ->
                                o.retryStrategy(DefaultRetryStrategy.doNotRetry())
                                        .apiCallTimeout(Duration.ofSeconds(2)))
                        .httpClientBuilder(
                                UrlConnectionHttpClient.builder()
                                        .socketTimeout(Duration.ofMillis(300)))
                        .build();
        open.add(client);
        return client;
    }

    private int answering(int status, String body) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, status, body));
        server.start();
        open.add(() -> server.stop(0));
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.strip().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** Resets the connection, or takes the request and never answers. */
    private int peer(boolean resets) throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        open.add(listening);
        Thread.ofVirtual()
                .start(() -> {
                    try (Socket socket = listening.accept()) {
                        socket.setSoLinger(resets, 0);
                        if (socket.getInputStream().read() >= 0 && !resets) {
                            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                        }
                    } catch (IOException ignored) {
                        // It was closed.
                    }
                });
        return listening.getLocalPort();
    }
}
