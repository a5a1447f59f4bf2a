package weservstatus.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import weservstatus.check.Check;
import weservstatus.check.Target;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.usecase.Prober;

/**
 * Asks a socket of its own in place of the target: a rehearsal must not count as a request there.
 * What comes is a picture of one pixel.
 */
record StagedProber(Prober network) implements Prober {
    private static final byte[] PIXEL =
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    private static final byte[] HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
                    .formatted(PIXEL.length)
                    .getBytes(StandardCharsets.US_ASCII);

    @Override
    public Attempt probe(Check check, Target target, Duration limit) {
        try (ServerSocket socket = open()) {
            URI here = address(socket);
            Target staged = new Target(target.id(), here, target.origin(), Optional.empty());
            return network.probe(check, staged, limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ControlState control(URI url, Duration limit) {
        try (ServerSocket socket = open()) {
            return network.control(address(socket), limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(ServerSocket socket) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    private static ServerSocket open() throws IOException {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(socket));
        return socket;
    }

    /** Until the socket is closed. */
    private static void serve(ServerSocket socket) {
        try {
            while (true) {
                try (Socket caller = socket.accept()) {
                    caller.getInputStream().read(new byte[4_096]);
                    caller.getOutputStream().write(HEAD);
                    caller.getOutputStream().write(PIXEL);
                }
            }
        } catch (IOException ignored) {
            // It was closed.
        }
    }
}
