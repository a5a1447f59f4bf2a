package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked again when the monitor, or the gateway before it, is busy. */
class AdminSessionTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    AdminSessionTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"502, 2", "503, 2", "504, 2", "500, 1", "404, 1"})
    void whoIsBusyIsAskedAgainUnderTheSameKey(int status, int times) {
        answers.add(status);
        CommandRun run = run("template", "create", "slow", "Slow", "-t", "Slow.");

        assertThat(asked).hasSize(times);
        assertThat(asked.stream().distinct()).hasSize(1);
        assertThat(asked.getFirst()).startsWith("POST ").doesNotEndWith("null");
        assertThat(run.exitCode() == 0).isEqualTo(times == 2);
    }

    @Test
    void whoStaysBusyIsAskedThreeTimes() {
        Stream.of(503, 503, 503, 503).forEach(answers::add);

        assertThat(run("template", "list").exitCode()).isEqualTo(6);
        assertThat(asked).hasSize(3);
    }

    @Test
    void aChangeIsNotAskedForAgain() {
        answers.addAll(List.of(200, 503));

        assertThat(run("template", "change", "slow", "--title", "Late").exitCode()).isEqualTo(6);
        assertThat(asked).hasSize(2);
    }

    private CommandRun run(String... words) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return CommandRun.of(
                Map.of("WESERV_STATUS_TOKEN", "token", "WESERV_STATUS_ENDPOINT", url), words);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            asked.add(
                    exchange.getRequestMethod()
                            + " "
                            + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            exchange.sendResponseHeaders(
                    answers.isEmpty() ? 200 : answers.removeFirst(), body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
