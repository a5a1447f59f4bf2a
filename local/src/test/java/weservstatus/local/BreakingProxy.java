package weservstatus.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Stands between the monitor and its target and passes bytes on, as long as it is let. Each
 * connection carries one request.
 */
final class BreakingProxy implements AutoCloseable {

    /** What it does to a request. */
    enum Way {
        OPEN,
        /** Answers 502 for what must be made anew; the rest comes as ever. */
        NO_PROCESSING,
        /** Answers 429. */
        LIMITED,
        /** Hangs up. */
        CUT
    }

    private static final int LONGEST_HEAD = 16 * 1024;

    private final URI target;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private volatile Way way = Way.OPEN;

    BreakingProxy(URI target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    void turn(Way other) {
        way = other;
    }

    /** The paths that were asked for, oldest first. */
    BlockingQueue<String> asked() {
        return asked;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException _) {
                // It was closed while it waited.
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            String path = head.isEmpty() ? "" : head.split(" ", 3)[1];
            asked.add(path);
            switch (way) {
                case OPEN -> pass(head, client);
                case NO_PROCESSING -> {
                    if (path.contains("nonce=")) {
                        answer(client, "502 Bad Gateway", "X-Images-Api: 5\r\n");
                    } else {
                        pass(head, client);
                    }
                }
                case LIMITED -> answer(client, "429 Too Many Requests", "Retry-After: 60\r\n");
                case CUT -> {}
            }
        } catch (IOException _) {
            // Whoever asked has gone, or the target: that is the network's ordinary life.
        }
    }

    /** The request up to its empty line; none of ours has a body. */
    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0 && head.length() < LONGEST_HEAD) {
            int next = input.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void pass(String head, Socket client) throws IOException {
        try (Socket service = new Socket(target.getHost(), target.getPort())) {
            service.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            service.getInputStream().transferTo(client.getOutputStream());
        }
    }

    private static void answer(Socket client, String status, String headers) throws IOException {
        String body = "<html><body><h1>" + status + "</h1></body></html>";
        String answer =
                "HTTP/1.1 %s\r\nContent-Type: text/html\r\n%sContent-Length: %d\r\n"
                                .formatted(status, headers, body.length())
                        + "Connection: close\r\n\r\n"
                        + body;
        OutputStream output = client.getOutputStream();
        output.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        output.flush();
    }
}
