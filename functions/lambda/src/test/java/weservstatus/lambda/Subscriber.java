package weservstatus.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A program that subscribes to a topic over HTTP: it confirms, as SNS asks, and keeps what comes.
 */
final class Subscriber implements AutoCloseable {
    private final HttpServer server;
    private final BlockingQueue<JsonNode> notifications = new LinkedBlockingQueue<>();

    Subscriber() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** The next notification whose subject begins so, if it comes in time. */
    Optional<JsonNode> next(String subject, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        for (long left = end; left > 0; left = end - System.nanoTime()) {
            JsonNode next = notifications.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null || next.path("Subject").asString("").startsWith(subject)) {
                return Optional.ofNullable(next);
            }
        }
        return Optional.empty();
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode message = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
        switch (message.path("Type").asString("")) {
            case "SubscriptionConfirmation" -> visit(message.path("SubscribeURL").asString());
            case "Notification" -> notifications.add(message);
            default -> throw new IOException("SNS sends no such thing: " + message);
        }
    }

    private static void visit(String url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
        if (connection.getResponseCode() != 200) {
            throw new IOException("cannot confirm: " + connection.getResponseCode());
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
