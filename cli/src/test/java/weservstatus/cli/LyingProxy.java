package weservstatus.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import weservstatus.observe.Header;

/**
 * Stands before an honest service on a real socket and passes on what it says, or what a lie makes
 * of it. One connection, one answer.
 */
final class LyingProxy implements AutoCloseable {
    private static final int DRIP_MILLIS = 50;
    private static final Set<String> OWN = Set.of("content-length", "connection", "date");

    private final URI service;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket socket;
    private volatile Lie lie = Lie.NONE;

    LyingProxy(URI service) throws IOException {
        this.service = service;
        this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    static LyingProxy before(URI service) {
        try {
            return new LyingProxy(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** From now on, until another is told. */
    void tell(Lie other) {
        lie = other;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
        client.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            String line = head(connection.getInputStream()).lines().findFirst().orElse("");
            String[] words = line.split(" ", -1);
            if (words.length == 3) {
                Asked asked = new Asked(words[0], words[1]);
                send(
                        connection,
                        lie.tell(asked, heard -> ask(new Asked(asked.method(), heard.request()))));
            }
        } catch (IOException gone) {
            // The monitor gave up waiting; that is what some lies are for.
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private Told ask(Asked asked) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(service + asked.request()))
                        .method(asked.method(), HttpRequest.BodyPublishers.noBody())
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            List<Header> headers = new ArrayList<>();
            answer.headers()
                    .map()
                    .forEach((name, values) ->
                            values.stream()
                                    .filter(value -> !OWN.contains(name.toLowerCase(Locale.ROOT)))
                                    .forEach(value -> headers.add(new Header(name, value))));
            return new Told(answer.statusCode(), headers, answer.body(), Told.Delivery.WHOLE);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("closed while asking", closed);
        }
    }

    private static void send(Socket connection, Told told) throws IOException {
        OutputStream out = connection.getOutputStream();
        byte[] body = told.body();
        int half = body.length / 2;
        switch (told.delivery()) {
            case WHOLE -> {
                out.write(head(told, "Content-Length: " + body.length));
                out.write(body);
            }
            case CHUNKED -> {
                out.write(head(told, "Transfer-Encoding: chunked"));
                chunks(out, body, body.length);
                out.write(bytes("0\r\n\r\n"));
            }
            case HALF_CHUNKED -> {
                out.write(head(told, "Transfer-Encoding: chunked"));
                chunks(out, body, half);
            }
            case UNTIL_CLOSED -> {
                out.write(head(told, "Connection: close"));
                out.write(body);
            }
            case HALF -> {
                out.write(head(told, "Content-Length: " + body.length));
                out.write(body, 0, half);
            }
            case HALF_RESET -> {
                out.write(head(told, "Content-Length: " + body.length));
                out.write(body, 0, half);
                out.flush();
                connection.setSoLinger(true, 0);
            }
            case BROKEN_CHUNKS -> {
                out.write(head(told, "Transfer-Encoding: chunked"));
                chunks(out, body, half);
                out.write(bytes("zz\r\n"));
            }
            case NOTHING -> {
                // The end of the connection says it.
            }
            case RESET -> connection.setSoLinger(true, 0);
            case SILENT -> awaitEnd(connection);
            case STALLED -> {
                out.write(head(told, "Content-Length: " + body.length));
                out.write(body, 0, half);
                out.flush();
                awaitEnd(connection);
            }
            case DRIPPING -> {
                out.write(head(told, "Content-Length: " + body.length));
                drip(connection, body);
            }
            case GIBBERISH -> out.write(bytes("I am not a web server.\r\n\r\n"));
        }
        out.flush();
    }

    private static byte[] head(Told told, String last) {
        var head = new StringBuilder("HTTP/1.1 " + told.status() + " Said\r\n");
        told.headers().forEach(each -> head.append(each.name() + ": " + each.value() + "\r\n"));
        return bytes(head + last + "\r\n\r\n");
    }

    private static void chunks(OutputStream out, byte[] body, int end) throws IOException {
        for (int at = 0; at < end; at += 500) {
            int length = Math.min(500, end - at);
            out.write(bytes(Integer.toHexString(length) + "\r\n"));
            out.write(body, at, length);
            out.write(bytes("\r\n"));
        }
    }

    private static void awaitEnd(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // The monitor has said all; only the end can come.
        }
    }

    private static void drip(Socket connection, byte[] body) throws IOException {
        connection.setSoTimeout(DRIP_MILLIS);
        int sent = 0;
        while (sent < body.length && !isClosed(connection)) {
            connection.getOutputStream().write(body[sent]);
            sent++;
        }
    }

    /** Waits the time between two drops; whoever has left by then gets no more. */
    private static boolean isClosed(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() < 0;
        } catch (SocketTimeoutException patient) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
