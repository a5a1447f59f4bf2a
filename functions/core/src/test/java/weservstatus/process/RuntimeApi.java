package weservstatus.process;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lambda's Runtime API on a loopback socket: hands events to the real runtime client and takes its
 * answers, as the service does.
 */
public final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";
    private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:test";

    /**
     * What became of one event.
     *
     * @param failed whether the function reported an error, or ended, instead of answering
     * @param nanos by {@link System#nanoTime} when it was known
     */
    public record Answered(boolean failed, String body, long nanos) {
        Answered(boolean failed, String body) {
            this(failed, body, System.nanoTime());
        }
    }

    private record Event(String id, String body) {}

    private final HttpServer server;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Answered>> answers = new ConcurrentHashMap<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final CompletableFuture<Long> ready = new CompletableFuture<>();
    private final CompletableFuture<Long> checkpoint = new CompletableFuture<>();
    private final CompletableFuture<Void> restore = new CompletableFuture<>();

    public RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(ROOT + "invocation/next", this::next);
        server.createContext(ROOT + "invocation/", this::answer);
        server.createContext(ROOT + "init/error", this::initError);
        server.createContext(ROOT + "restore/next", this::restoreNext);
        server.createContext(ROOT + "restore/error", this::initError);
        server.start();
    }

    /** Value for {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Completes when the function asks for its first event: {@link System#nanoTime} then. */
    public CompletableFuture<Long> ready() {
        return ready;
    }

    /**
     * Completes when the function, started for SnapStart, is ready to be frozen: {@link
     * System#nanoTime} then. It waits until {@link #restore}.
     */
    public CompletableFuture<Long> checkpoint() {
        return checkpoint;
    }

    /** Wakes the function up, as after a restore of its snapshot. */
    public void restore() {
        restore.complete(null);
    }

    /** Completes with what the function says when it cannot start. */
    public CompletableFuture<String> failure() {
        return initError;
    }

    /**
     * Hands one event to the function and waits for what comes of it.
     *
     * @param exit completes with its exit code if the function dies
     */
    public Answered invoke(String event, CompletableFuture<Integer> exit, Duration patience)
            throws InterruptedException, ExecutionException, TimeoutException {
        String id = UUID.randomUUID().toString();
        CompletableFuture<Answered> answer = new CompletableFuture<>();
        answers.put(id, answer);
        events.add(new Event(id, event));
        return answer.applyToEither(
                        initError.thenApply(error -> new Answered(true, error)), either -> either)
                .applyToEither(
                        exit.thenApply(code -> new Answered(true, "ended with " + code)),
                        either -> either)
                .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void next(HttpExchange exchange) throws IOException {
        ready.complete(System.nanoTime());
        try {
            Event event = events.take();
            byte[] body = event.body().getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "application/json");
            headers.set("Lambda-Runtime-Aws-Request-Id", event.id());
            headers.set("Lambda-Runtime-Invoked-Function-Arn", ARN);
            headers.set(
                    "Lambda-Runtime-Deadline-Ms",
                    Long.toString(Instant.now().plusSeconds(50).toEpochMilli()));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void restoreNext(HttpExchange exchange) throws IOException {
        checkpoint.complete(System.nanoTime());
        restore.join();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().substring(ROOT.length()).split("/", -1);
        String body = read(exchange);
        CompletableFuture<Answered> answer = answers.remove(path[1]);
        if (answer != null) {
            answer.complete(new Answered(path[2].equals("error"), body));
        }
        accept(exchange);
    }

    private void initError(HttpExchange exchange) throws IOException {
        initError.complete(read(exchange));
        accept(exchange);
    }

    private static String read(HttpExchange exchange) {
        try {
            return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(202, -1);
        exchange.close();
    }

    @Override
    public void close() {
        restore.complete(null);
        server.stop(0);
    }
}
