package weservstatus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weservstatus.api.Request;
import weservstatus.api.Response;

class ServerTest {
    private final Queue<Request> asked = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
    private final Server server =
            Server.start(0, this::api, SiteFiles.in("/test-site"), troubles::add);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private Response api(Request request) {
        asked.add(request);
        if (request.path().equals("/api/broken")) {
            throw new IllegalStateException("the store is gone");
        }
        return new Response(
                200,
                Map.of("Content-Type", "application/json"),
                "{}".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/index.html, text/html; charset=utf-8",
        "/assets/app.mjs, text/javascript; charset=utf-8"
    })
    void servesTheFilesOfThePage(String path, String type) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(type);
        assertThat(answer.headers().firstValue("Date")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(answer.body()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing.html",
                "/assets",
                "/assets/",
                "/assets/data.bin",
                "/assets/.hidden",
                "/../demo/index.jsonl",
                "/assets/../../demo/index.jsonl",
                "/..%2f..%2fdemo%2findex.jsonl",
                "/%2e%2e/demo/index.jsonl",
                "/assets/..%5c..%5cdemo%5cindex.jsonl",
                "/x//index.html",
                "/index.html%00",
                "/weservstatus/local/Server.class"
            })
    void refusesWhatIsNoFileOfThePage(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("There is no such page");
    }

    @Test
    void sendsOnlyTheHeadersToHead() throws Exception {
        HttpResponse<String> get = get("/");
        HttpResponse<String> head = send("HEAD", "/");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(get.body().length());
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
    }

    @Test
    void refusesOtherMethods() throws Exception {
        HttpResponse<String> answer = send("DELETE", "/");

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @Test
    void answers304ToWhomeverHasTheFileAlready() throws Exception {
        String etag = get("/").headers().firstValue("ETag").orElseThrow();

        assertThat(get("/", "If-None-Match", "\"other\", W/" + etag).statusCode()).isEqualTo(304);
        assertThat(get("/", "If-None-Match", "*").statusCode()).isEqualTo(304);
        assertThat(get("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void compressesWhatTheClientCanRead() throws Exception {
        HttpResponse<byte[]> answer =
                client.send(
                        HttpRequest.newBuilder(server.url().resolve("/"))
                                .header("Accept-Encoding", "br, gzip;q=0.8")
                                .build(),
                        BodyHandlers.ofByteArray());
        HttpResponse<String> plain = get("/", "Accept-Encoding", "gzip;q=0");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Vary")).hasValue("Accept-Encoding");
        assertThat(unzipped(answer.body())).isEqualTo(get("/").body());
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.headers().firstValue("ETag"))
                .isNotEqualTo(answer.headers().firstValue("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing.html", "/api/v1/status", "/api/broken"})
    void guardsEveryAnswer(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue(
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src"
                                + " 'self'; img-src 'self' data:; base-uri 'none'; form-action"
                                + " 'none'; frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @ParameterizedTest
    @CsvSource({
        "/widget.html, frame-ancestors *",
        "/index.html, frame-ancestors 'none'",
        "/subscription.html, frame-ancestors 'none'",
        "/is-it-me.html, frame-ancestors 'none'"
    })
    void letsOnlyTheWidgetBeFramed(String path, String ancestors) throws Exception {
        assertThat(get(path).headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .endsWith(ancestors);
    }

    @Test
    void handsRequestsBelowApiToTheRouter() throws Exception {
        get("/api/v1/components/a%20b/days?days=7&days=9&x=%C3%A4&flag", "X-Mixed-Case", "Value");

        Request request = asked.remove();
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/api/v1/components/a b/days");
        assertThat(request.query()).isEqualTo(Map.of("days", "7", "x", "ä", "flag", ""));
        assertThat(request.header("x-mixed-case")).hasValue("Value");
    }

    @Test
    void answers500AndNotesWhatWentWrongInside() throws Exception {
        HttpResponse<String> answer = get("/api/broken");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("store");
        assertThat(troubles).singleElement().asString().contains("the store is gone");
    }

    @Test
    void refusesALargeRequest() throws Exception {
        assertThat(firstLine("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void hangsUpOnHeadersWithoutBounds() throws Exception {
        String large = "GET / HTTP/1.1\r\nHost: h\r\nX: " + "x".repeat(40_000) + "\r\n\r\n";

        assertThat(firstLine(large)).doesNotContain(" 200 ");
    }

    @Test
    void namesTheRemedyWhenThePortIsTaken() {
        int port = server.url().getPort();

        assertThatThrownBy(() ->
                        Server.start(port, this::api, SiteFiles.in("/test-site"), troubles::add))
                .isInstanceOf(PortTaken.class)
                .hasMessage(
                        "port %d on 127.0.0.1 is in use or not allowed; choose another with"
                                + " --port, or --port 0 for any free one",
                        port);
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(uri(path)).method(method, BodyPublishers.noBody()).build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(server.url() + path);
    }

    /** What the server says to exactly these bytes, until it hangs up; no client tidies them up. */
    private String raw(String request) throws IOException {
        try (Socket socket = connected(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Empty when the server hangs up. */
    private String firstLine(String request) throws IOException {
        try (Socket socket = connected(request)) {
            var reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            return Objects.requireNonNullElse(reader.readLine(), "");
        } catch (SocketException e) {
            return "";
        }
    }

    private Socket connected(String request) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.url().getPort());
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String unzipped(byte[] body) throws IOException {
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
