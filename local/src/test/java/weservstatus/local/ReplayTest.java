package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReplayTest {
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private final Replay replay =
            Replay.start(Recordings.bundled(), fault::get, Replay.Tempo.AT_ONCE);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        replay.close();
    }

    @Test
    void answersEveryRecordedExchangeOverTheSocketAsItWasRecorded() throws Exception {
        int compared = 0;
        for (JsonNode row : rows()) {
            HttpResponse<byte[]> answer = ask(row);
            assertThat(answer.statusCode()).as(row.toString()).isEqualTo(status(row));
            assertThat(answer.body()).as(row.toString()).isEqualTo(body(row));
            assertHeaders(row, answer);
            compared++;
        }

        assertThat(compared).isEqualTo(248);
        assertThat(replay.unknown()).isZero();
        assertThat(replay.answered()).isEqualTo(compared);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?url={origin}/card.png&w=34",
                "/?url={origin}/card.png&w=32&output=webp",
                "/?url={origin}/other.png",
                "/?url=elsewhere.example/card.png",
                "/nothing/else"
            })
    void answersWhatItDoesNotKnowWithItsOwn599(String request) throws Exception {
        HttpResponse<byte[]> answer = get(request);

        assertThat(answer.statusCode()).isEqualTo(599);
        JsonNode json = JsonMapper.shared().readTree(answer.body());
        assertThat(json.path("method").asString()).isEqualTo("GET");
        assertThat(json.path("request").asString()).isEqualTo(here(request));
        assertThat(replay.unknown()).isEqualTo(1);
        assertThat(replay.unknownRequests()).containsExactly("GET " + here(request));
    }

    @Test
    void playsMissMissHitOnceForEveryNonce() throws Exception {
        for (String nonce : List.of("", "&nonce=one", "&nonce=two")) {
            assertThat(cacheStatus(nonce)).as(nonce).isEqualTo("MISS");
            assertThat(cacheStatus(nonce)).as(nonce).isEqualTo("MISS");
            assertThat(cacheStatus(nonce)).as(nonce).isEqualTo("HIT");
            assertThat(cacheStatus(nonce)).as(nonce).isEqualTo("HIT");
            assertThat(cacheStatus(nonce)).as(nonce).isEqualTo("HIT");
        }
    }

    @Test
    void answersAHeadThatWasNotRecordedWithTheHeadersOfItsGet() throws Exception {
        HttpResponse<byte[]> get = get("/?url={origin}/card.png&w=320&output=webp");
        HttpResponse<byte[]> head = send("HEAD", "/?url={origin}/card.png&w=320&output=webp");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length"))
                .hasValue(Integer.toString(get.body().length));
        assertThat(head.headers().firstValue("Content-Type")).hasValue("image/webp");
    }

    @Test
    void servesTheTestCardAtTheOrigin() throws Exception {
        HttpResponse<byte[]> card =
                client.send(
                        HttpRequest.newBuilder(replay.origin().resolve("/card.png")).build(),
                        BodyHandlers.ofByteArray());
        HttpResponse<byte[]> none =
                client.send(
                        HttpRequest.newBuilder(replay.origin().resolve("/../index.jsonl")).build(),
                        BodyHandlers.ofByteArray());

        assertThat(card.statusCode()).isEqualTo(200);
        assertThat(card.body()).isEqualTo(resource("origin/card.png"));
        assertThat(none.statusCode()).isEqualTo(404);
    }

    @Test
    void labelsAPngAsWebpWhileWebpIsBroken() throws Exception {
        fault.set(Fault.WEBP_BREAKS);

        HttpResponse<byte[]> webp = get("/?url={origin}/card.png&w=320&output=webp");
        HttpResponse<byte[]> jpeg = get("/?url={origin}/card.png&w=320&output=jpg");

        assertThat(webp.statusCode()).isEqualTo(200);
        assertThat(webp.headers().firstValue("Content-Type")).hasValue("image/webp");
        assertThat(new String(webp.body(), 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        assertThat(jpeg.body()[0]).isEqualTo((byte) 0xff);
        assertThat(replay.unknown()).isZero();
    }

    @Test
    void answers502OfTheFrontToEverythingWhileAllIsDown() throws Exception {
        fault.set(Fault.ALL_DOWN);

        HttpResponse<byte[]> answer = get("/quota");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(answer.headers().firstValue("X-Images-Api")).hasValue("5");
        assertThat(answer.headers().firstValue("X-Cache-Status")).isEmpty();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("502 Bad Gateway");
    }

    private String cacheStatus(String nonce) throws Exception {
        return get("/?url={origin}/card.png&w=160" + nonce)
                .headers()
                .firstValue("X-Cache-Status")
                .orElse("");
    }

    private void assertHeaders(JsonNode row, HttpResponse<byte[]> answer) {
        for (JsonNode pair : row.path("headers").values()) {
            String name = pair.path(0).asString();
            if (name.equals("Content-Length") && answer.body().length > 0) {
                assertThat(answer.headers().firstValueAsLong(name)).hasValue(body(row).length);
            } else {
                assertThat(answer.headers().allValues(name))
                        .as(name + " of " + row)
                        .contains(here(pair.path(1).asString()));
            }
        }
    }

    private HttpResponse<byte[]> ask(JsonNode row) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(row.path("request").asString()))
                        .method(row.path("method").asString(), BodyPublishers.noBody());
        if (row.has("request_headers")) {
            request.header("Pragma", "no-cache");
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> get(String request) throws Exception {
        return send("GET", request);
    }

    private HttpResponse<byte[]> send(String method, String request) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(request))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private URI uri(String request) {
        return URI.create(replay.target() + here(request));
    }

    private String here(String text) {
        return text.replace("{origin}", replay.origin().getAuthority());
    }

    private byte[] body(JsonNode row) {
        if (!row.hasNonNull("body")) {
            return new byte[0];
        }
        byte[] recorded = resource(row.path("body").asString());
        boolean text = row.path("body").asString().matches(".*\\.(json|html|txt)");
        return text
                ? here(new String(recorded, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)
                : recorded;
    }

    private static int status(JsonNode row) {
        return row.path("status").asInt();
    }

    private static List<JsonNode> rows() {
        return new String(resource("index.jsonl"), StandardCharsets.UTF_8)
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .filter(row -> row.path("tier").asString().equals("front"))
                .toList();
    }

    private static byte[] resource(String name) {
        try (InputStream stream = ReplayTest.class.getResourceAsStream("/demo/" + name)) {
            assertThat(stream).as(name).isNotNull();
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
