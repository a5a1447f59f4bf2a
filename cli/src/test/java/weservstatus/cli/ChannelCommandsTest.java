package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelCommandsTest {
    private final List<String> told = new CopyOnWriteArrayList<>();
    @TempDir private Path folder = Path.of("unset");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    200 | 0 | sent to chat
                    404 | 1 | refused for good: the receiver answered 404: no •••
                    503 | 1 | not sent: the receiver answered 503: no •••
                    """)
    void aTrySaysWhatBecameOfItAndNoSecret(int status, int exitCode, String said)
            throws IOException {
        HttpServer receiver = receiver(status);
        try {
            String address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/SECRET-path";
            CommandRun run =
                    CommandRun.of(
                            Map.of("WESERV_SECRET_CHAT", address),
                            "channel",
                            "test",
                            "chat",
                            "--config",
                            file());

            assertThat(run.out()).isEqualTo(said + "\n");
            assertThat(run.exitCode()).isEqualTo(exitCode);
            assertThat(run.out() + run.err()).doesNotContain("SECRET");
            assertThat(told)
                    .singleElement()
                    .asString()
                    .contains("Somebody tries whether messages arrive here.");
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void aChannelThatIsNotInTheFileIsRefused() throws IOException {
        CommandRun run = CommandRun.of("channel", "test", "chatt", "--config", file());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("there is no channel chatt; did you mean \"chat\"?");
    }

    @Test
    void withoutItsSecretNothingIsSent() throws IOException {
        CommandRun run = CommandRun.of("channel", "test", "chat", "--config", file());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("not sent: a secret of the channel is not set");
    }

    private String file() throws IOException {
        String shipped = Files.readString(CommandRun.HOME.resolve("status.yaml"));
        String channels = "\nchannels: [{id: chat, slack: {secret: CHAT}, allowPrivate: true}]\n";
        return Files.writeString(folder.resolve("status.yaml"), shipped + channels).toString();
    }

    private HttpServer receiver(int status) throws IOException {
        var address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
        HttpServer server = HttpServer.create(address, 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        byte[] body = exchange.getRequestBody().readAllBytes();
                        told.add(new String(body, StandardCharsets.UTF_8));
                        byte[] answer =
                                ("no " + exchange.getRequestURI().getPath().substring(1))
                                        .getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(status, answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
        server.start();
        return server;
    }
}
