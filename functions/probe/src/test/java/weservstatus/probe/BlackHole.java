package weservstatus.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port on loopback that answers no connection attempt at all: its queue is full, so the kernel
 * drops what comes.
 */
final class BlackHole implements AutoCloseable {
    private static final int MOST = 16;

    private final ServerSocket listening =
            new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    private final List<Socket> queued = new ArrayList<>();

    BlackHole() throws IOException {
        while (connects()) {
            if (queued.size() > MOST) {
                throw new IOException("the queue of this machine does not fill");
            }
        }
    }

    private boolean connects() throws IOException {
        Socket socket = new Socket();
        queued.add(socket);
        try {
            socket.connect(
                    new InetSocketAddress(listening.getInetAddress(), listening.getLocalPort()),
                    150);
            return true;
        } catch (SocketTimeoutException ignored) {
            return false;
        }
    }

    String url(String scheme) {
        return scheme + "://127.0.0.1:" + listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : queued) {
            socket.close();
        }
    }
}
