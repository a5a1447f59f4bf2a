package weservstatus.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.observe.Header;

/** The bundled exchanges of a real instance, as its users see it, by what was asked. */
public final class Recordings {
    private static final String FOLDER = "/demo/";

    private final Map<RequestKey, List<Recording>> byKey = new HashMap<>();
    private final Map<String, byte[]> bodies = new HashMap<>();
    private final List<Recording> refusals = new ArrayList<>();

    private Recordings() {}

    /** Reads the recordings that come with the product. */
    public static Recordings bundled() {
        var recordings = new Recordings();
        recordings.add(Recordings::resource);
        return recordings;
    }

    /**
     * These and more.
     *
     * @param files reads {@code index.jsonl}, and the bodies by the names in it
     */
    public Recordings and(Function<String, byte[]> files) {
        add(files);
        return this;
    }

    private void add(Function<String, byte[]> files) {
        JsonMapper mapper = JsonMapper.shared();
        List<JsonNode> rows =
                new String(files.apply("index.jsonl"), StandardCharsets.UTF_8)
                        .lines()
                        .map(mapper::readTree)
                        .toList();
        rows.stream().filter(row -> isOf("front", row)).forEach(row -> add(row, files));
        rows.stream()
                .filter(row -> isOf("policy", row) && row.path("status").asInt() == 400)
                .filter(row -> row.path("request").asString().startsWith("/?url=127.0.0.1"))
                .map(row -> recording(row, files))
                .forEach(refusals::add);
    }

    private static boolean isOf(String tier, JsonNode row) {
        return row.path("tier").asString().equals(tier);
    }

    /** What the instance with the stock deny list says to a picture on loopback. */
    Recording refusedByPolicy() {
        return refusals.getFirst();
    }

    /** A file of the place where the test card lies. */
    static Optional<byte[]> originFile(String name) {
        return read(FOLDER + "origin/" + name);
    }

    /**
     * The answers that were recorded for this very request, in their order. To a HEAD that was not
     * recorded the GET says what HTTP demands: the same headers.
     */
    List<Recording> find(RequestKey key) {
        List<Recording> exact = byKey.getOrDefault(key, List.of());
        if (!exact.isEmpty() || !key.method().equals("HEAD")) {
            return exact;
        }
        return byKey.getOrDefault(key.withMethod("GET"), List.of()).stream()
                .map(Recording::withoutBody)
                .toList();
    }

    private void add(JsonNode row, Function<String, byte[]> files) {
        RequestKey key =
                RequestKey.of(
                        row.path("method").asString(),
                        row.path("request").asString(),
                        RequestKey.ORIGIN,
                        row.path("request_headers").has("Pragma"));
        byKey.computeIfAbsent(key, ignored -> new ArrayList<>()).add(recording(row, files));
    }

    private Recording recording(JsonNode row, Function<String, byte[]> files) {
        List<Header> headers =
                row.path("headers").values().stream()
                        .map(pair -> new Header(pair.path(0).asString(), pair.path(1).asString()))
                        .toList();
        byte[] body =
                row.hasNonNull("body")
                        ? bodies.computeIfAbsent(row.path("body").asString(), files)
                        : new byte[0];
        Duration took = Duration.ofNanos((long) (row.path("ms").asDouble() * 1_000_000));
        return new Recording(row.path("status").asInt(), headers, body, took);
    }

    private static byte[] resource(String name) {
        return read(FOLDER + name)
                .orElseThrow(() -> new IllegalStateException("the jar lacks " + FOLDER + name));
    }

    private static Optional<byte[]> read(String path) {
        try (InputStream stream = Recordings.class.getResourceAsStream(path)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
