package weservstatus.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server of the JDK on 127.0.0.1, every exchange on a virtual thread of its own. */
final class Loopback implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final byte[] ADDRESS = {127, 0, 0, 1};

    static {
        // The JDK reads these once, when its server is first loaded. Without nodelay every
        // answer waits for the client's delayed acknowledgement, 40 ms.
        set("sun.net.httpserver.nodelay", "true");
        set("sun.net.httpserver.maxIdleConnections", "1024");
        set("jdk.httpserver.maxConnections", "4096");
        set("sun.net.httpserver.maxReqHeaders", "100");
        set("sun.net.httpserver.maxReqHeaderSize", "32768");
        set("sun.net.httpserver.maxReqTime", "15");
        set("sun.net.httpserver.maxRspTime", "60");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Loopback(HttpServer server) {
        this.server = server;
    }

    /**
     * Answers every request with {@code answers} until closed.
     *
     * @param port 0 for a free one
     * @throws PortTaken when another process has it
     */
    static Loopback start(int port, ExchangeHandler answers) {
        try {
            var address = new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port);
            var loopback = new Loopback(HttpServer.create(address, BACKLOG));
            loopback.server.setExecutor(loopback.threads);
            loopback.server.createContext(
                    "/",
                    exchange -> {
                        try (exchange) {
                            answers.answer(exchange);
                        }
                    });
            loopback.server.start();
            return loopback;
        } catch (BindException e) {
            throw new PortTaken(port, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void set(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
