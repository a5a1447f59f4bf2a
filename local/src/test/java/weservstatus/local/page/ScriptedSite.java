package weservstatus.local.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import weservstatus.local.PagePolicy;

/**
 * The real files of the page on a free port of loopback, with status answers that a test scripts,
 * so that every state can be shown.
 */
final class ScriptedSite implements AutoCloseable {
    private static final Map<String, String> TYPES =
            Map.of(
                    "html", "text/html; charset=utf-8",
                    "css", "text/css; charset=utf-8",
                    "js", "text/javascript; charset=utf-8",
                    "mjs", "text/javascript; charset=utf-8",
                    "json", "application/json",
                    "svg", "image/svg+xml");

    private static final Path CARD =
            Path.of(
                    System.getProperty("repository.root"),
                    "local/src/main/resources/demo/origin/card.png");

    private final Path folder = Path.of(System.getProperty("repository.root"), "site");
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Integer> weights = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<String, String> spoilt = new ConcurrentHashMap<>();
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private volatile String latency = "{}";
    private volatile String newest = "{}";
    private volatile String proofs = "{}";
    private volatile Answer subscribed = Answer.of(404, "{}");
    private volatile Supplier<Answer> answers = () -> Answer.of(404, "");

    /**
     * One answer of the status API.
     *
     * @param status 0 closes the connection without an answer
     */
    record Answer(int status, Map<String, String> headers, String body) {
        static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body);
        }

        static Answer ok(Scene scene) {
            return of(200, scene.json());
        }

        static Answer closed() {
            return of(0, "");
        }

        static Answer beforeFirstRound() {
            return of(
                    503,
                    """
                    {"error": {"status": 503, "code": "unavailable",
                     "message": "no round is finished yet", "parameter": null}}
                    """);
        }

        Answer agedBy(int seconds) {
            return new Answer(status, Map.of("Age", Integer.toString(seconds)), body);
        }
    }

    ScriptedSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::file);
        server.createContext("/api/v1/status", this::status);
        server.createContext("/api/v1/evidence/", this::evidence);
        server.createContext("/api/v1/components/", exchange -> json(exchange, latency));
        server.createContext("/api/v1/proofs", this::proofs);
        server.createContext("/api/v1/speed", exchange -> json(exchange, newest));
        server.createContext("/api/v1/logo", this::logo);
        server.createContext("/api/v1/subscriptions", this::subscriptions);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        InetSocketAddress bound = server.getAddress();
        return URI.create("http://" + bound.getHostString() + ":" + bound.getPort() + "/");
    }

    void answer(Supplier<Answer> answer) {
        answers = answer;
    }

    void show(Supplier<Scene> scene) {
        answer(() -> Answer.ok(scene.get()));
    }

    /** What was sent to the subscriptions, as "METHOD path body", and what they answer. */
    List<String> subscriptions(int status, String body) {
        subscribed = new Answer(status, Map.of(), body);
        return sent;
    }

    private void subscriptions(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getRawPath().replace("/api/v1/subscriptions", "");
        sent.add((exchange.getRequestMethod() + " " + path + " " + body).strip());
        Answer answer = subscribed;
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        send(exchange, answer.status(), "application/json", bytes);
    }

    /** What every component answers for its hours. */
    void latency(String body) {
        latency = body;
    }

    /** What /api/v1/speed answers. */
    void newest(String body) {
        newest = body;
    }

    /** What /api/v1/proofs answers; every picture of it is there. */
    void proofs(String body) {
        proofs = body;
    }

    private void proofs(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/api/v1/proofs")) {
            json(exchange, proofs);
        } else {
            send(exchange, 200, "image/png", Files.readAllBytes(CARD));
        }
    }

    private void json(HttpExchange exchange, String body) throws IOException {
        send(exchange, 200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private void logo(HttpExchange exchange) throws IOException {
        String svg =
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'>"
                        + "<circle cx='12' cy='12' r='11' fill='#7a1fa2'/></svg>";
        send(exchange, 200, "image/svg+xml", svg.getBytes(StandardCharsets.UTF_8));
    }

    private void evidence(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/picture.png")) {
            send(exchange, 200, "image/png", Triptych.png());
        } else {
            json(exchange, "{\"links\": {\"picture\": \"" + path + "/picture.png\"}}");
        }
    }

    /** From now on another body at the path of a file. */
    void spoil(String path, String body) {
        spoilt.put(path, body);
    }

    void heal() {
        spoilt.clear();
    }

    /** How often the status was asked for. */
    int asked() {
        return asked.get();
    }

    /** Compressed bytes of each body sent, by path; the newest for each path. */
    Map<String, Integer> weights() {
        return weights;
    }

    private void status(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        Answer answer = answers.get();
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        send(
                exchange,
                answer.status(),
                "application/json; charset=utf-8",
                answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Path file = folder.resolve(path.equals("/") ? "index.html" : path.substring(1)).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            send(exchange, 404, "text/plain", new byte[] {'?'});
            return;
        }
        String name = file.getFileName().toString();
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        exchange.getResponseHeaders().set(PagePolicy.HEADER, PagePolicy.of(path));
        String instead = spoilt.get(path);
        byte[] body =
                instead == null
                        ? Files.readAllBytes(file)
                        : instead.getBytes(StandardCharsets.UTF_8);
        send(exchange, 200, String.valueOf(type), body);
    }

    private void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        byte[] compressed = gzip(body);
        weights.put(exchange.getRequestURI().getPath(), compressed.length);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(status, compressed.length);
        try (exchange) {
            exchange.getResponseBody().write(compressed);
        }
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
