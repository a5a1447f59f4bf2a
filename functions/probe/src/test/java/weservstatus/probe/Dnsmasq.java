package weservstatus.probe;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import weservstatus.check.DnsServer;
import weservstatus.check.RecordType;

/** A real resolver on loopback that knows what a test says, and nobody else. */
final class Dnsmasq implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    private static final int TRIES = 5;

    private final Process process;
    private final DnsServer server;

    private Dnsmasq(Process process, DnsServer server) {
        this.process = process;
        this.server = server;
    }

    /** Another process may take the port that was free; then another is tried. */
    static Dnsmasq start(String... options) throws IOException {
        for (int left = TRIES; left > 0; left--) {
            Dnsmasq started = launch(freePort(), options);
            if (started.answers()) {
                return started;
            }
            started.close();
        }
        throw new IllegalStateException("dnsmasq does not start with " + List.of(options));
    }

    private static Dnsmasq launch(int port, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "/usr/sbin/dnsmasq",
                                "--keep-in-foreground",
                                "--conf-file=/dev/null",
                                "--pid-file=",
                                "--user=" + System.getProperty("user.name"),
                                "--no-resolv",
                                "--no-hosts",
                                "--bind-interfaces",
                                "--listen-address=127.0.0.1",
                                "--host-record=ready.example,192.0.2.255",
                                "--port=" + port));
        command.addAll(List.of(options));
        Process process =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new Dnsmasq(process, new DnsServer(LOOPBACK, port));
    }

    private boolean answers() {
        var question = new DnsQuestion("ready.example", RecordType.A, server);
        for (int left = 50; left > 0 && process.isAlive(); left--) {
            if (question.ask(Duration.ofMillis(200)) instanceof DnsReply.Answer) {
                return true;
            }
        }
        return false;
    }

    private static int freePort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
            return socket.getLocalPort();
        }
    }

    DnsServer server() {
        return server;
    }

    Optional<DnsServer> resolver() {
        return Optional.of(server);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
