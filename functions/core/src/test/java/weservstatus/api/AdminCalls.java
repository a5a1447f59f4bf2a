package weservstatus.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.usecase.Administration;
import weservstatus.verdict.Scene;

/** Calls of an administrator, ada, on a store of her own. */
final class AdminCalls {
    static final String ROOT = "/api/v1/admin/";
    static final Instant NOW = Instant.parse("2026-11-23T21:30:00Z");
    private static final JsonMapper JSON = JsonMapper.shared();

    final TestClock clock = new TestClock(NOW);
    final Table table = new InMemoryTable(clock);
    final Catalogue catalogue =
            Scene.at("here")
                    .component("formats")
                    .vital("webp", CachePath.MISS)
                    .component("resize")
                    .vital("width", CachePath.MISS)
                    .catalogue();
    private final Operations<Administration> operations;
    private int keys;

    AdminCalls() {
        this(UnaryOperator.identity());
    }

    /**
     * @param more what there is beyond a store
     */
    AdminCalls(UnaryOperator<Administration> more) {
        Administration bare = Administration.over(catalogue, table, new InMemoryBlobs(), clock);
        operations = new Operations<>(Routes.ADMIN, more.apply(bare));
    }

    /** An answer as a client reads it. */
    record Told(int status, JsonNode json, String etag, String location, Response response) {
        String error(String field) {
            for (JsonNode error : json.path("errors")) {
                if (error.path("field").asString().equals(field)) {
                    return error.path("reason").asString();
                }
            }
            return "no fault of " + field + " in " + json;
        }

        String id() {
            return json.path("id").asString();
        }
    }

    Told get(String path) {
        return call("GET", path, "", Map.of());
    }

    /** A POST with a key of its own. */
    Told post(String path, String body) {
        return post(path, body, "key-number-" + keys++);
    }

    Told post(String path, String body, String key) {
        return call("POST", path, body, Map.of("idempotency-key", key));
    }

    /** A change of what was read last. */
    Told patch(String path, String etag, String body) {
        return call("PATCH", path, body, Map.of("if-match", etag));
    }

    Told delete(String path, String etag) {
        return call("DELETE", path, "", Map.of("if-match", etag));
    }

    Told call(String method, String path, String body, Map<String, String> headers) {
        return as("ada", method, path, body, headers);
    }

    Told as(String who, String method, String path, String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("content-type", "application/json");
        int query = path.indexOf('?');
        String bare = query < 0 ? path : path.substring(0, query);
        Request request =
                Request.of(method, ROOT + bare, query < 0 ? "" : path.substring(query + 1), all)
                        .with(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                        .by(who);
        return told(handle(request));
    }

    Response handle(Request request) {
        return operations.handle(request);
    }

    static Told told(Response response) {
        JsonNode json =
                response.body().length == 0
                        ? JSON.createObjectNode()
                        : JSON.readTree(response.body());
        return new Told(
                response.status(),
                json,
                response.headers().getOrDefault("ETag", ""),
                response.headers().getOrDefault("Location", ""),
                response);
    }
}
