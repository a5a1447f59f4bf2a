package weservstatus.lambda;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** A service on a loopback socket, and the configuration that watches it. */
final class Watched implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 200;

    Watched() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.incrementAndGet();
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        server.start();
    }

    int asked() {
        return asked.get();
    }

    void answers(int newStatus) {
        status = newStatus;
    }

    String configuration() {
        return configuration("", "");
    }

    /**
     * The configuration with more in it.
     *
     * @param more lines at its top, or nothing
     * @param places further ones, each on a line of its own after a line feed, or nothing
     */
    String configuration(String more, String places) {
        return more
                + """
                page: {name: Test status, url: "https://status.example.org/", timeZone: UTC}
                locations:
                  - {id: here, name: This machine}%s
                targets:
                  - {id: local, url: "http://127.0.0.1:%d"}
                control: none
                groups:
                  - id: delivery
                    name: Delivery
                    components:
                      - {id: website, name: Website, description: The home page}
                checks:
                  - id: home
                    name: Home page
                    why: The first thing that a visitor asks for.
                    component: website
                    path: /
                    timeout: 2s
                    vital: true
                    cache: none
                    expect:
                      - status: 200
                """
                        .formatted(places, server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
