package weservstatus.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;

/** A real server on loopback that plays a script on each connection, well-behaved or not. */
final class ScriptedServer implements AutoCloseable {
    private static final int BACKLOG = 300;

    private final ServerSocket listening;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();

    /** What happens on one connection. */
    interface Script {
        void play(Conversation conversation) throws IOException, InterruptedException;
    }

    private ScriptedServer(InetAddress address, Layer layer, Script script) throws IOException {
        this.listening = new ServerSocket(0, BACKLOG, address);
        Thread.ofVirtual().start(() -> accept(layer, script));
    }

    private interface Layer {
        Socket over(Socket plain) throws IOException;
    }

    static ScriptedServer plain(Script script) throws IOException {
        return at(InetAddress.ofLiteral("127.0.0.1"), script);
    }

    static ScriptedServer at(InetAddress address, Script script) throws IOException {
        return new ScriptedServer(address, plain -> plain, script);
    }

    static ScriptedServer secure(SSLContext context, Script script) throws IOException {
        return secure(context, script, new String[] {"TLSv1.3", "TLSv1.2"});
    }

    static ScriptedServer secure(SSLContext context, Script script, String... protocols)
            throws IOException {
        return new ScriptedServer(
                InetAddress.ofLiteral("127.0.0.1"),
                plain -> {
                    plain.setTcpNoDelay(true);
                    // A peer on another machine acknowledges late; loopback would not.
                    plain.setOption(ExtendedSocketOptions.TCP_QUICKACK, false);
                    var secure =
                            (SSLSocket)
                                    context.getSocketFactory()
                                            .createSocket(plain, null, plain.getPort(), true);
                    secure.setUseClientMode(false);
                    secure.setEnabledProtocols(protocols);
                    return secure;
                },
                script);
    }

    /** The script of an ordinary server. */
    static Script always(String answer) {
        return conversation -> {
            conversation.readHead();
            conversation.send(answer);
        };
    }

    private void accept(Layer layer, Script script) {
        try {
            while (true) {
                Socket plain = listening.accept();
                connections.incrementAndGet();
                open.add(plain);
                Thread.ofVirtual().start(() -> play(plain, layer, script));
            }
        } catch (IOException ignored) {
            // The server was closed.
        }
    }

    private void play(Socket plain, Layer layer, Script script) {
        try (plain;
                Socket socket = layer.over(plain)) {
            script.play(new Conversation(socket, closed));
        } catch (IOException | InterruptedException ignored) {
            // The peer went away, which is what many of the scripts are about.
        } finally {
            open.remove(plain);
        }
    }

    String url() {
        String host = listening.getInetAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
    }

    int port() {
        return listening.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
