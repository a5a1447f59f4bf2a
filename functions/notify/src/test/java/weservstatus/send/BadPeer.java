package weservstatus.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer on loopback that does with a connection what no server should. */
final class BadPeer implements AutoCloseable {

    /** What it does with a connection. */
    interface Deed {
        void with(Socket socket) throws IOException;
    }

    /** Takes the request and never answers. */
    static final Deed SILENCE =
            socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream());

    /** Reads some of the request and resets the connection. */
    static final Deed RESET =
            socket -> {
                if (socket.getInputStream().read() >= 0) {
                    socket.setSoLinger(true, 0);
                }
            };

    /** Closes the connection at once. */
    static final Deed HANG_UP = _ -> {};

    /** Says nothing of HTTP. */
    static final Deed NOISE =
            socket -> {
                readHead(socket.getInputStream());
                socket.getOutputStream().write("220 mail\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            };

    /** Answers without an end. */
    static final Deed ENDLESS =
            socket -> {
                readHead(socket.getInputStream());
                var out = socket.getOutputStream();
                out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                byte[] block = new byte[65_536];
                while (true) {
                    out.write(block);
                }
            };

    /** Hands everything on to a server on this machine, and what that answers back. */
    static Deed passingOnTo(int port) {
        return socket -> passOn(socket, port, "none");
    }

    /** The same until the client asks whether the connection still stands. */
    static Deed passingOnUntilAskedTo(int port) {
        return socket -> passOn(socket, port, "NOOP");
    }

    private static void passOn(Socket client, int port, String end) throws IOException {
        try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            Thread.ofVirtual().start(() -> play(server, back -> copy(back, client)));
            BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    client.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = lines.readLine();
            while (line != null && !line.startsWith(end)) {
                server.getOutputStream()
                        .write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                line = lines.readLine();
            }
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
    }

    private final ServerSocket listening;
    private final AtomicInteger connections = new AtomicInteger();

    BadPeer(Deed deed) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual().start(() -> accept(deed));
    }

    private void accept(Deed deed) {
        try {
            while (true) {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> play(socket, deed));
            }
        } catch (IOException ignored) {
            // It was closed.
        }
    }

    private static void play(Socket socket, Deed deed) {
        try (socket) {
            deed.with(socket);
        } catch (IOException ignored) {
            // The other side went away.
        }
    }

    private static void readHead(InputStream in) throws IOException {
        int last = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            last = last << 8 | next;
            if (last == 0x0d0a0d0a) {
                return;
            }
        }
    }

    int connections() {
        return connections.get();
    }

    int port() {
        return listening.getLocalPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
