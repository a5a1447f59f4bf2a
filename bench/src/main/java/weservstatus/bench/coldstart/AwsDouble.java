package weservstatus.bench.coldstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Table, bucket, topics, parameters and metrics behind one HTTP address. It keeps what is written,
 * checks neither signatures nor rights, and answers at once, so that what is measured is the
 * function.
 */
final class AwsDouble implements AutoCloseable {
    private static final String BUCKET = "/bucket";
    private static final String NO_SUCH_KEY =
            "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>";
    private static final String PUBLISHED =
            "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>";
    private static final String SECRET =
            "{\"Parameter\":{\"Value\":\"a-secret-of-thirty-two-characters-or-more\"}}";
    private static final byte[] EMPTY_CBOR = {(byte) 0xa0};

    private final HttpServer server;
    private final TableDouble table = new TableDouble();
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();

    /** Everything that is kept, at one moment. */
    record State(Map<String, JsonNode> items, Map<String, byte[]> objects) {}

    AwsDouble() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void put(String name, String text) {
        objects.put(BUCKET + "/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    boolean has(String partition) {
        return table.has(partition);
    }

    State state() {
        return new State(table.copy(), Map.copyOf(objects));
    }

    void become(State state) {
        table.replaceBy(state.items());
        objects.clear();
        objects.putAll(state.objects());
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String target = header(exchange, "X-Amz-Target");
        String path = exchange.getRequestURI().getPath();
        if (target.startsWith("DynamoDB_")) {
            TableDouble.Said said =
                    table.answer(
                            target.substring(target.indexOf('.') + 1),
                            JsonMapper.shared().readTree(body));
            send(exchange, said.status(), "application/x-amz-json-1.0", text(said.body()));
        } else if (target.startsWith("AmazonSSM.")) {
            send(exchange, 200, "application/x-amz-json-1.1", text(SECRET));
        } else if (path.startsWith("/service/")) {
            exchange.getResponseHeaders().set("smithy-protocol", "rpc-v2-cbor");
            send(exchange, 200, "application/cbor", EMPTY_CBOR);
        } else if (path.length() > 1) {
            object(exchange, path, body);
        } else {
            send(exchange, 200, "text/xml", text(PUBLISHED));
        }
    }

    private void object(HttpExchange exchange, String path, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("PUT")) {
            boolean chunked = header(exchange, "Content-Encoding").contains("aws-chunked");
            objects.put(path, chunked ? joined(body) : body);
            send(exchange, 200, "application/xml", new byte[0]);
            return;
        }
        if (path.equals(BUCKET) || path.equals(BUCKET + "/")) {
            send(exchange, 200, "application/xml", text(listed(exchange)));
            return;
        }
        Optional<byte[]> found = Optional.ofNullable(objects.get(path));
        String type = path.endsWith("yaml") ? "application/yaml" : "application/json";
        send(
                exchange,
                found.isPresent() ? 200 : 404,
                found.isPresent() ? type : "application/xml",
                found.orElse(text(NO_SUCH_KEY)));
    }

    private String listed(HttpExchange exchange) {
        String prefix =
                Stream.of(exchange.getRequestURI().getQuery().split("&", -1))
                        .filter(part -> part.startsWith("prefix="))
                        .map(part -> part.substring("prefix=".length()))
                        .findFirst()
                        .orElse("");
        return objects.keySet().stream()
                .map(path -> path.substring(BUCKET.length() + 1))
                .filter(key -> key.startsWith(prefix))
                .sorted()
                .map("<Contents><Key>%s</Key><Size>1</Size></Contents>"::formatted)
                .collect(
                        Collectors.joining(
                                "",
                                "<?xml version=\"1.0\"?><ListBucketResult><IsTruncated>false</IsTruncated>",
                                "</ListBucketResult>"));
    }

    /** The bytes of a body that is sent in signed chunks. */
    private static byte[] joined(byte[] body) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        String ascii = new String(body, StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < body.length) {
            int line = ascii.indexOf("\r\n", at);
            int length = Integer.parseInt(ascii.substring(at, line).split(";", 2)[0], 16);
            if (length == 0) {
                break;
            }
            whole.write(body, line + 2, length);
            at = line + 2 + length + 2;
        }
        return whole.toByteArray();
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
