package weservstatus.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weservstatus.observe.Attempt;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Phase;

class TransportFaultsTest {
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Duration PAUSE = Duration.ofMillis(60);

    /**
     * A way to misbehave and what must be said about it.
     *
     * @param message the whole sentence, or its beginning where it ends in …
     */
    record Fault(
            String name,
            ScriptedServer.Script script,
            FailureReason reason,
            Phase phase,
            String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Fault> faults() {
        return Stream.concat(silences(), Stream.concat(breaks(), lies()));
    }

    private static Stream<Fault> silences() {
        return Stream.of(
                new Fault(
                        "slow first byte",
                        c -> {
                            c.readHead();
                            c.staySilent();
                        },
                        FailureReason.TIMEOUT,
                        Phase.FIRST_BYTE,
                        "No answer from 127.0.0.1 within 700 ms"),
                new Fault(
                        "dripping header",
                        c -> {
                            c.readHead();
                            c.drip("HTTP/1.1 200 OK\r\nX-Slow: " + "x".repeat(400), PAUSE);
                        },
                        FailureReason.TIMEOUT,
                        Phase.FIRST_BYTE,
                        "No answer from 127.0.0.1 within 700 ms"),
                new Fault(
                        "dripping body",
                        c -> {
                            c.readHead();
                            c.send("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n");
                            c.drip("x".repeat(400), PAUSE);
                        },
                        FailureReason.TIMEOUT,
                        Phase.TRANSFER,
                        "The answer was not complete within 700 ms: …"),
                new Fault(
                        "stall in the body",
                        c -> {
                            c.readHead();
                            c.send("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n12345");
                            c.staySilent();
                        },
                        FailureReason.TIMEOUT,
                        Phase.TRANSFER,
                        "The answer was not complete within 700 ms: 5 of 400 bytes came"),
                new Fault(
                        "interim answers without end",
                        c -> {
                            c.readHead();
                            c.drip("HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100), PAUSE);
                        },
                        FailureReason.TIMEOUT,
                        Phase.FIRST_BYTE,
                        "No answer from 127.0.0.1 within 700 ms"));
    }

    private static Stream<Fault> breaks() {
        return Stream.of(
                new Fault(
                        "reset before the answer",
                        c -> {
                            c.readHead();
                            c.reset();
                        },
                        FailureReason.RESET,
                        Phase.FIRST_BYTE,
                        "127.0.0.1 reset the connection before the header of an answer was"
                                + " complete"),
                new Fault(
                        "closed before the answer",
                        Conversation::readHead,
                        FailureReason.RESET,
                        Phase.FIRST_BYTE,
                        "127.0.0.1 closed the connection before the header of an answer was"
                                + " complete"),
                new Fault(
                        "closed in the header",
                        ScriptedServer.always("HTTP/1.1 200 OK\r\nContent-Le"),
                        FailureReason.RESET,
                        Phase.FIRST_BYTE,
                        "127.0.0.1 closed the connection before the header of an answer was"
                                + " complete"),
                new Fault(
                        "truncated body",
                        ScriptedServer.always("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n1234"),
                        FailureReason.RESET,
                        Phase.TRANSFER,
                        "127.0.0.1 closed the connection after 4 of 10 bytes of the body"),
                new Fault(
                        "truncated chunks",
                        ScriptedServer.always(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n"),
                        FailureReason.RESET,
                        Phase.TRANSFER,
                        "127.0.0.1 closed the connection after 5 bytes of the body"),
                new Fault(
                        "reset in the body",
                        c -> {
                            c.readHead();
                            c.send("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n12345");
                            c.linger(PAUSE);
                            c.reset();
                        },
                        FailureReason.RESET,
                        Phase.TRANSFER,
                        "127.0.0.1 reset the connection after 5 of 400 bytes of the body"));
    }

    private static Stream<Fault> lies() {
        return Stream.of(
                new Fault(
                        "length is no number",
                        ScriptedServer.always("HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\n"),
                        FailureReason.PROTOCOL,
                        Phase.TRANSFER,
                        "The answer declares no valid length: Content-Length is \"ten\""),
                new Fault(
                        "two lengths",
                        ScriptedServer.always(
                                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n"
                                        + "\r\nabc"),
                        FailureReason.PROTOCOL,
                        Phase.TRANSFER,
                        "The answer declares no valid length: Content-Length is \"2, 3\""),
                new Fault(
                        "bad chunk",
                        ScriptedServer.always(
                                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n12345\r\n"),
                        FailureReason.PROTOCOL,
                        Phase.TRANSFER,
                        "The body of the answer is not framed as HTTP demands, 0 bytes came"),
                new Fault(
                        "no HTTP",
                        ScriptedServer.always("SSH-2.0-OpenSSH_9.2\r\n"),
                        FailureReason.PROTOCOL,
                        Phase.FIRST_BYTE,
                        "The answer does not begin with an HTTP status line but with"
                                + " \"SSH-2.0-OpenSSH_9.2\""),
                new Fault(
                        "body where none may be",
                        ScriptedServer.always(
                                "HTTP/1.1 204 No Content\r\nContent-Length: 3\r\n\r\nabc"),
                        FailureReason.PROTOCOL,
                        Phase.TRANSFER,
                        "The answer of 127.0.0.1 breaks HTTP: HTTP 204 had non-zero Content-Length: 3"),
                new Fault(
                        "huge header",
                        ScriptedServer.always(
                                "HTTP/1.1 200 OK\r\nX-Long: " + "x".repeat(70_000) + "\r\n\r\n"),
                        FailureReason.PROTOCOL,
                        Phase.FIRST_BYTE,
                        "The header of the answer is longer than 64 KB"),
                new Fault(
                        "endless header",
                        c -> {
                            c.readHead();
                            c.send("HTTP/1.1 200 OK\r\n");
                            while (!c.linger(Duration.ZERO)) {
                                c.send("X-Many: " + "x".repeat(1_000) + "\r\n");
                            }
                        },
                        FailureReason.PROTOCOL,
                        Phase.FIRST_BYTE,
                        "The header of the answer is longer than 64 KB"),
                new Fault(
                        "endless line between chunks",
                        c -> {
                            c.readHead();
                            c.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na");
                            while (!c.linger(Duration.ZERO)) {
                                c.send("x".repeat(64_000));
                            }
                        },
                        FailureReason.TOO_LARGE,
                        Phase.TRANSFER,
                        "The answer takes more than 4194304 bytes on the wire"),
                new Fault(
                        "gzip bomb",
                        c -> {
                            c.readHead();
                            byte[] bomb = zipped(new byte[1_000_000]);
                            c.send(
                                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                                            + bomb.length
                                            + "\r\n\r\n");
                            c.send(bomb);
                        },
                        FailureReason.TOO_LARGE,
                        Phase.TRANSFER,
                        "The body of 1003 bytes inflates to more than 65536 bytes"),
                new Fault(
                        "damaged gzip",
                        ScriptedServer.always(
                                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd"),
                        FailureReason.PROTOCOL,
                        Phase.TRANSFER,
                        "The gzip encoding of the body is damaged"),
                new Fault(
                        "encoding that was not asked for",
                        ScriptedServer.always(
                                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nabcd"),
                        FailureReason.PROTOCOL,
                        Phase.TRANSFER,
                        "The answer is encoded as \"br\", which was not asked for"),
                new Fault(
                        "huge body, declared",
                        ScriptedServer.always("HTTP/1.1 200 OK\r\nContent-Length: 3000000\r\n\r\n"),
                        FailureReason.TOO_LARGE,
                        Phase.TRANSFER,
                        "The body of the answer is declared as 3000000 bytes, the limit is 2097152"),
                new Fault(
                        "huge body, undeclared",
                        ScriptedServer.always("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2_100_000)),
                        FailureReason.TOO_LARGE,
                        Phase.TRANSFER,
                        "The body of the answer has more bytes, the limit is 2097152"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void everyFaultIsAValueWithItsReasonPhaseAndSentence(Fault fault) throws Exception {
        try (var server = ScriptedServer.plain(fault.script())) {
            long before = System.nanoTime();
            Attempt attempt = Probers.probe(CheckRecipe.get("/").timeout(SHORT), server.url());
            Duration wall = Duration.ofNanos(System.nanoTime() - before);

            Failure failure = Probers.broken(attempt);
            assertThat(failure.reason()).isEqualTo(fault.reason());
            assertThat(failure.phase()).contains(fault.phase());
            int open = fault.message().indexOf('…');
            if (open < 0) {
                assertThat(failure.message()).isEqualTo(fault.message());
            } else {
                assertThat(failure.message()).startsWith(fault.message().substring(0, open));
            }
            assertThat(attempt.findings()).isEmpty();
            assertThat(wall).isLessThan(SHORT.plusSeconds(2));
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void aRefusedConnectionIsNamed() throws Exception {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = taken.getLocalPort();
        }

        Failure failure =
                Probers.broken(Probers.probe(CheckRecipe.get("/"), "http://127.0.0.1:" + port));

        assertThat(failure)
                .isEqualTo(
                        Failure.in(
                                Phase.CONNECT,
                                FailureReason.CONNECT,
                                "127.0.0.1 at port " + port + " refused the connection"));
    }

    private static byte[] zipped(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void aBlackHoleEndsWithTheDeadline() throws Exception {
        try (var hole = new BlackHole()) {
            Failure failure =
                    Probers.broken(
                            Probers.probe(CheckRecipe.get("/").timeout(SHORT), hole.url("http")));

            assertThat(failure)
                    .isEqualTo(
                            Failure.in(
                                    Phase.CONNECT,
                                    FailureReason.TIMEOUT,
                                    "No connection to 127.0.0.1 within 700 ms"));
        }
    }
}
