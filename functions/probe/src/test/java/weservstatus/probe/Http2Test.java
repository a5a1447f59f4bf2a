package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import weservstatus.check.HttpVersion;
import weservstatus.observe.Answer;
import weservstatus.observe.Attempt;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

class Http2Test {
    private static final CheckRecipe CHECK = CheckRecipe.get("/a?b=1").version(HttpVersion.HTTP_2);

    @Test
    void speaksHttp2WhereTheCheckSaysSo() throws Exception {
        try (var server = server(Protocol.HTTP_2, Protocol.HTTP_1_1)) {
            server.enqueue(new MockResponse.Builder().body("two").addHeader("X-A", "1").build());

            Attempt attempt = Probers.probe(CHECK, url(server));

            Answer answer = attempt.exchange().answered().orElseThrow();
            assertThat(answer.httpVersion()).isEqualTo("HTTP/2");
            assertThat(answer.text()).isEqualTo("two");
            assertThat(answer.header("X-A")).contains("1");
            assertThat(answer.tls()).isPresent();
            assertThat(taken(server).getTarget()).isEqualTo("/a?b=1");
        }
    }

    @Test
    void speaksHttp11WhereTheCheckSaysSo() throws Exception {
        try (var server = server(Protocol.HTTP_2, Protocol.HTTP_1_1)) {
            server.enqueue(new MockResponse.Builder().body("one").build());

            Attempt attempt = Probers.probe(CheckRecipe.get("/"), url(server));

            assertThat(attempt.exchange().answered().orElseThrow().httpVersion())
                    .isEqualTo("HTTP/1.1");
        }
    }

    @Test
    void aServerWithoutHttp2IsNotAskedAtAll() throws Exception {
        try (var server = server(Protocol.HTTP_1_1)) {
            Failure failure = Probers.broken(Probers.probe(CHECK, url(server)));

            assertThat(failure)
                    .isEqualTo(
                            Failure.in(
                                    Phase.TLS,
                                    FailureReason.PROTOCOL,
                                    "localhost does not offer HTTP/2"));
            assertThat(server.getRequestCount()).isZero();
        }
    }

    @Test
    void aResetStreamIsAReset() throws Exception {
        try (var server = server(Protocol.HTTP_2, Protocol.HTTP_1_1)) {
            server.enqueue(
                    new MockResponse.Builder()
                            .onRequestStart(new SocketEffect.CloseStream(8))
                            .build());

            Failure failure = Probers.broken(Probers.probe(CHECK, url(server)));

            assertThat(failure.reason()).isEqualTo(FailureReason.RESET);
            assertThat(failure.phase()).contains(Phase.FIRST_BYTE);
        }
    }

    @Test
    void probesAtTheSameTimeShareNoConnection() throws Exception {
        int crowd = 5;
        try (var server = server(Protocol.HTTP_2, Protocol.HTTP_1_1);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            NetworkProber prober = Probers.prober();
            List<Callable<Attempt>> probes = new ArrayList<>();
            for (int i = 0; i < crowd; i++) {
                server.enqueue(
                        new MockResponse.Builder()
                                .headersDelay(300, TimeUnit.MILLISECONDS)
                                .build());
                probes.add(() ->
                        prober.probe(
                                CHECK.build(),
                                CheckRecipe.target(url(server)),
                                Duration.ofSeconds(10)));
            }
            for (var done : threads.invokeAll(probes)) {
                assertThat(done.get().failure()).isEmpty();
            }

            var connections = new HashSet<Integer>();
            for (int i = 0; i < crowd; i++) {
                connections.add(taken(server).getConnectionIndex());
            }
            assertThat(connections).hasSize(crowd);
        }
    }

    private static RecordedRequest taken(MockWebServer server) throws InterruptedException {
        return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS));
    }

    private static MockWebServer server(Protocol... protocols) throws IOException {
        var server = new MockWebServer();
        server.useHttps(Probers.AUTHORITY.serverFor("localhost").getSocketFactory());
        server.setProtocols(List.of(protocols));
        server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
        return server;
    }

    private static String url(MockWebServer server) {
        return "https://localhost:" + server.getPort();
    }
}
