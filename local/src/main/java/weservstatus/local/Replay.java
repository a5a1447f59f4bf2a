package weservstatus.local;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.observe.Header;

/**
 * A stand-in for the image service on loopback: answers recorded exchanges over a real socket, and
 * nothing else. A request that was not recorded gets a 599 of our own, never a nearby recording.
 * Beside it, on a port of its own that no fault touches, lies the origin with the test card.
 *
 * <p>Where a sequence was recorded (MISS, MISS, HIT) it is played once for each nonce and then
 * stays at its last answer. A HEAD that was not recorded gets the headers of its GET. A picture at
 * another address of loopback, such as an answer of its own, is refused as the recorded instance
 * with the stock deny list did.
 */
public final class Replay implements AutoCloseable {
    private static final int REMEMBERED = 1_000;
    private static final int UNKNOWN = 599;
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(20);

    /** Whether answers take as long as the recorded instance needed. */
    public enum Tempo {
        AT_ONCE,
        AS_RECORDED
    }

    private record Asked(RequestKey key, String nonce) {}

    private final Recordings recordings;
    private final Supplier<Fault> fault;
    private final Tempo tempo;
    private final Loopback origin;
    private final Loopback front;
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong unknown = new AtomicLong();
    private final ConcurrentLinkedQueue<String> firstUnknown = new ConcurrentLinkedQueue<>();
    private final Map<Asked, Integer> turns =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Asked, Integer> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private Replay(Recordings recordings, Supplier<Fault> fault, Tempo tempo) {
        this.recordings = recordings;
        this.fault = fault;
        this.tempo = tempo;
        this.origin = Loopback.start(0, Replay::answerAsOrigin);
        this.front = Loopback.start(0, this::answer);
    }

    /**
     * Starts both servers on free ports of 127.0.0.1.
     *
     * @param fault asked at each request
     */
    public static Replay start(Recordings recordings, Supplier<Fault> fault, Tempo tempo) {
        return new Replay(recordings, fault, tempo);
    }

    /** Where the stand-in for the image service listens. */
    public URI target() {
        return front.url();
    }

    /** The public folder of the test card. */
    public URI origin() {
        return origin.url();
    }

    /** How many requests came. */
    public long answered() {
        return answered.get();
    }

    /** How many of them were answered with 599. */
    public long unknown() {
        return unknown.get();
    }

    /** The first requests that were answered with 599, at most a hundred. */
    public List<String> unknownRequests() {
        return List.copyOf(firstUnknown);
    }

    @Override
    public void close() {
        front.close();
        origin.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        answered.incrementAndGet();
        String asked = pathAndQuery(exchange.getRequestURI());
        RequestKey key =
                RequestKey.of(
                        exchange.getRequestMethod(),
                        asked,
                        origin.url().getAuthority(),
                        bypasses(exchange));
        List<Recording> known = recordings.find(key);
        Recording recording =
                known.isEmpty()
                        ? unrecorded(key, asked)
                        : Sabotage.of(fault.get(), known.get(turn(key, asked, known.size())));
        delay(recording.took());
        send(exchange, recording);
    }

    private static String pathAndQuery(URI uri) {
        String query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    private static boolean bypasses(HttpExchange exchange) {
        return exchange.getRequestHeaders().containsKey("Pragma")
                || exchange.getRequestHeaders().containsKey("Authorization");
    }

    private int turn(RequestKey key, String asked, int recorded) {
        if (recorded == 1) {
            return 0;
        }
        synchronized (turns) {
            int turn = turns.merge(new Asked(key, RequestKey.nonce(asked)), 1, Integer::sum);
            return Math.min(turn, recorded) - 1;
        }
    }

    private Recording unrecorded(RequestKey key, String asked) {
        return key.readsFromLoopback()
                ? Sabotage.of(fault.get(), recordings.refusedByPolicy())
                : unknown(key.method(), asked);
    }

    private Recording unknown(String method, String asked) {
        if (unknown.incrementAndGet() <= 100) {
            firstUnknown.add(method + " " + asked);
        }
        Map<String, String> body = new LinkedHashMap<>();
        body.put("error", "the replay has no recording of this request");
        body.put("method", method);
        body.put("request", asked);
        return new Recording(
                UNKNOWN,
                List.of(new Header("Content-Type", "application/json")),
                JsonMapper.shared().writeValueAsBytes(body),
                Duration.ZERO);
    }

    private void delay(Duration recorded) throws IOException {
        if (tempo == Tempo.AT_ONCE) {
            return;
        }
        try {
            Thread.sleep(recorded.compareTo(LONGEST_DELAY) < 0 ? recorded : LONGEST_DELAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("closed while answering", e);
        }
    }

    private void send(HttpExchange exchange, Recording recording) throws IOException {
        String authority = origin.url().getAuthority();
        for (Header header : recording.headers()) {
            String value = header.value().replace(RequestKey.ORIGIN, authority);
            exchange.getResponseHeaders().add(header.name(), value);
        }
        byte[] body = recording.body();
        if (recording.isText()) {
            String text = new String(body, StandardCharsets.UTF_8);
            body = text.replace(RequestKey.ORIGIN, authority).getBytes(StandardCharsets.UTF_8);
        }
        sendBody(exchange, recording.status(), body);
    }

    private static void answerAsOrigin(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        boolean plain = name.matches("[a-z0-9-]+\\.[a-z]+");
        Optional<byte[]> file = plain ? Recordings.originFile(name) : Optional.empty();
        exchange.getResponseHeaders().add("Content-Type", MediaTypes.of(name));
        sendBody(exchange, file.isPresent() ? 200 : 404, file.orElse(new byte[0]));
    }

    /** Of an answer to HEAD the recorded Content-Length stands; otherwise the length is counted. */
    private static void sendBody(HttpExchange exchange, int status, byte[] body)
            throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (!head) {
            exchange.getResponseHeaders().remove("Content-Length");
        }
        exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }
}
