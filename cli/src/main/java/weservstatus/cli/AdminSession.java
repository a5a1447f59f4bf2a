package weservstatus.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a monitor, on this machine or elsewhere, to do something. */
final class AdminSession {
    static final JsonMapper JSON = JsonMapper.shared();

    private static final String ROOT = "/api/v1/admin/";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final byte[] NOTHING = {};

    /** A gateway's and ours. */
    private static final Set<Integer> BUSY = Set.of(502, 503, 504);

    /** What creates something carries a key. */
    private static final Set<String> REPEATABLE = Set.of("GET", "PUT", "POST");

    private final URI endpoint;
    private final Proof proof;

    AdminSession(URI endpoint, Proof proof) {
        this.endpoint = endpoint;
        this.proof = proof;
    }

    /** What an answer said, and the tag by which it can be changed. */
    record Answer(JsonNode json, String etag) {}

    Answer get(String path) {
        return send("GET", path, "", Map.of());
    }

    /** Whether there is something. */
    boolean has(String path) {
        HttpResponse<byte[]> response = exchange("GET", path, NOTHING, Map.of());
        return response.statusCode() != HttpURLConnection.HTTP_NOT_FOUND
                && !answer(response).etag().isEmpty();
    }

    /** Lines, and where the page after these begins, absent after the last. */
    record Lines(String text, Optional<String> next) {}

    /** Lines of NDJSON. */
    Lines lines(String path) {
        HttpResponse<byte[]> response = exchange("GET", path, NOTHING, Map.of());
        if (response.statusCode() >= 300) {
            answer(response);
        }
        return new Lines(
                new String(response.body(), StandardCharsets.UTF_8),
                response.headers().firstValue("Export-Next"));
    }

    /** Puts lines of NDJSON there. */
    void put(String path, String lines) {
        Map<String, String> type = Map.of("Content-Type", "application/x-ndjson");
        answer(exchange("PUT", path, lines.getBytes(StandardCharsets.UTF_8), type));
    }

    /** Asks for something that may be asked for again. */
    JsonNode post(String path, JsonNode body) {
        return send("POST", path, body.toString(), Map.of()).json();
    }

    /** Creates something; asks again under the same key when the answer is lost. */
    JsonNode create(String path, JsonNode body) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return send("POST", path, body.toString(), key).json();
    }

    /** Changes what is at {@code path}, as it is now. */
    JsonNode change(String path, JsonNode body) {
        return change("PATCH", path, path, body.toString());
    }

    /** Does something at {@code place} to what is at {@code path}, as it is now. */
    JsonNode change(String method, String place, String path, String body) {
        String etag = get(path).etag();
        return send(method, place, body, Map.of("If-Match", etag)).json();
    }

    private Answer send(String method, String path, String body, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        if (!body.isEmpty()) {
            all.put("Content-Type", "application/json");
        }
        return answer(exchange(method, path, body.getBytes(StandardCharsets.UTF_8), all));
    }

    private Answer answer(HttpResponse<byte[]> response) {
        JsonNode json = json(response);
        if (response.statusCode() >= 300) {
            throw new NotDone(exitCode(response.statusCode()), reason(response, json));
        }
        return new Answer(json, response.headers().firstValue("ETag").orElse(""));
    }

    private HttpResponse<byte[]> exchange(
            String method, String path, byte[] bytes, Map<String, String> headers) {
        Map<String, String> all = new TreeMap<>(headers);
        URI uri = uri(path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int tried = 1; ; tried++) {
                all.putAll(proof.headers(new Proof.Unsigned(method, uri, headers, bytes)));
                HttpRequest.Builder request =
                        HttpRequest.newBuilder(uri)
                                .timeout(PATIENCE)
                                .method(method, BodyPublishers.ofByteArray(bytes));
                all.forEach(request::header);
                try {
                    HttpResponse<byte[]> answer =
                            client.send(request.build(), BodyHandlers.ofByteArray());
                    if (tried == TRIES || !isWorthRepeating(method, answer.statusCode())) {
                        return answer;
                    }
                    LockSupport.parkNanos(PAUSE.toNanos());
                } catch (IOException e) {
                    if (tried == TRIES) {
                        throw unreachable(e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotDone(ExitCode.UNREACHABLE, "interrupted while waiting for " + endpoint);
        }
    }

    /**
     * Whether somebody was busy and the same may be asked again: a change may not, for a repeat of
     * one that was made after all would look like somebody else's.
     */
    private static boolean isWorthRepeating(String method, int status) {
        return BUSY.contains(status) && REPEATABLE.contains(method);
    }

    private URI uri(String path) {
        try {
            return URI.create(endpoint.toString().replaceAll("/+$", "") + ROOT + path);
        } catch (IllegalArgumentException e) {
            throw new BadInput("cannot be part of an address: " + path);
        }
    }

    private NotDone unreachable(IOException e) {
        return new NotDone(
                ExitCode.UNREACHABLE,
                "%s cannot be reached (%s); is the monitor running? See --endpoint"
                        .formatted(endpoint, e));
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return response.body().length == 0
                    ? JSON.createObjectNode()
                    : JSON.readTree(response.body());
        } catch (JacksonException notJson) {
            return JSON.createObjectNode();
        }
    }

    private static int exitCode(int status) {
        return switch (status) {
            case 401, 403 -> ExitCode.NOT_LET_IN;
            case 404 -> ExitCode.NOT_FOUND;
            case 412 -> ExitCode.CHANGED;
            default -> status >= 500 ? ExitCode.UNREACHABLE : ExitCode.REFUSED;
        };
    }

    private String reason(HttpResponse<byte[]> response, JsonNode problem) {
        StringBuilder reason =
                new StringBuilder(
                        problem.path("title")
                                .asString(endpoint + " answered " + response.statusCode()));
        for (JsonNode error : problem.path("errors")) {
            reason.append(
                    "\n%s: %s; %s"
                            .formatted(
                                    error.path("field").asString(""),
                                    error.path("reason").asString(""),
                                    error.path("remedy").asString("")));
        }
        return reason.toString();
    }
}
