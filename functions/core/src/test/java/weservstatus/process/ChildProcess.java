package weservstatus.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A server in another process, on a free port of loopback, gone when it is closed. */
public final class ChildProcess implements AutoCloseable {
    private static final int STARTS = 3;
    private static final int ASKED_PER_START = 300;

    /**
     * How to start it.
     *
     * @param path that answers once it is ready, with whatever status
     * @param log the file that gets all its output
     */
    public record Command(
            List<String> words, Map<String, String> environment, String path, Path log) {}

    private final Process process;
    private final URI address;
    private final Thread reaper = new Thread(this::kill);

    private ChildProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
        Runtime.getRuntime().addShutdownHook(reaper);
    }

    /**
     * Starts it and waits until it answers; another port is tried where one was taken meanwhile.
     */
    public static ChildProcess start(IntFunction<Command> commandOnPort) {
        for (int i = 0; i < STARTS; i++) {
            int port = freePort();
            Command command = commandOnPort.apply(port);
            ChildProcess child = new ChildProcess(launch(command), uri(port));
            if (child.answers(command.path())) {
                return child;
            }
            child.close();
        }
        throw new IllegalStateException(
                "does not start: see " + commandOnPort.apply(0).log().toAbsolutePath());
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(reaper);
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static Process launch(Command command) {
        ProcessBuilder builder = new ProcessBuilder(command.words());
        builder.environment().putAll(command.environment());
        builder.redirectErrorStream(true).redirectOutput(command.log().toFile());
        try {
            Files.createDirectories(command.log().toAbsolutePath().getParent());
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks until it answers or dies; between two questions it waits for the death. */
    private boolean answers(String path) {
        try {
            for (int i = 0; i < ASKED_PER_START; i++) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    return false;
                }
                if (status(address.resolve(path)).isPresent()) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a server started", e);
        }
    }

    private static Optional<Integer> status(URI uri) {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return Optional.of(connection.getResponseCode());
        } catch (IOException ignored) {
            return Optional.empty();
        }
    }

    private static URI uri(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
