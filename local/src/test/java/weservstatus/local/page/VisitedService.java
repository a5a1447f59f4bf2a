package weservstatus.local.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;

/** The image service, or the origin of a picture, as a visitor's browser meets it. */
final class VisitedService implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Manner manner = Manner.RIGHT;

    /** How it answers. */
    enum Manner {
        /** The test card, for everybody to read. */
        RIGHT(200, true),
        /** The test card, but only to be shown. */
        SHOWN(200, false),
        /** A grey picture. */
        WRONG(200, true),
        /** A page that no other page may read. */
        HIDDEN(403, false),
        /** The service's own error. */
        NOT_FOUND(404, true),
        REFUSED(400, true),
        LIMITED(429, true),
        BROKEN(502, true);

        private final int status;
        private final boolean open;

        Manner(int status, boolean open) {
            this.status = status;
            this.open = open;
        }
    }

    VisitedService() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void behave(Manner other) {
        manner = other;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Manner now = manner;
        byte[] body =
                switch (now) {
                    case RIGHT, SHOWN -> card();
                    case WRONG -> grey();
                    case HIDDEN -> "<h1>No</h1>".getBytes(StandardCharsets.UTF_8);
                    case NOT_FOUND, REFUSED, LIMITED, BROKEN -> error(now.status);
                };
        if (now.open) {
            exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        }
        exchange.getResponseHeaders()
                .set("Content-Type", now.status == 200 ? "image/png" : "text/html");
        exchange.sendResponseHeaders(now.status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] error(int code) {
        return "{\"status\":\"error\",\"code\":%d,\"message\":\"<b>no</b> picture\"}"
                .formatted(code)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] card() throws IOException {
        try (InputStream card =
                Objects.requireNonNull(
                        VisitedService.class.getResourceAsStream("/demo/origin/card.png"))) {
            return card.readAllBytes();
        }
    }

    private static byte[] grey() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
