package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.document.Documents;
import weservstatus.document.PublishedDocuments;
import weservstatus.document.StoredDocument;
import weservstatus.status.SampleSnapshots;
import weservstatus.store.Blobs;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.usecase.Archive;

class RouterTest {
    private static final PublishedDocuments DOCUMENTS =
            Documents.of(SampleSnapshots.withLogo(SampleSnapshots.incident()));
    private static final Router ROUTER = routerAt(SampleSnapshots.NOW);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String WORK =
            SampleSnapshots.incident().announcements().works().getFirst().maintenance();
    private static final String OCCURRENCE =
            SampleSnapshots.incident().announcements().works().getFirst().id();

    static Stream<String> paths() {
        return Routes.ALL.stream()
                .map(route -> route.path().text())
                .map(path -> path.replace("maintenance/{id}", "maintenance/" + WORK))
                .map(path -> path.replace("incidents/{id}", "incidents/" + OCCURRENCE))
                .map(path -> path.replace("checks/{id}", "checks/webp"))
                .map(path -> path.replace("{month}", "2026-11"))
                .map(path -> path.replace("{id}", "formats"))
                .filter(path -> !path.startsWith("/api/v1/evidence/"))
                .filter(path -> !path.endsWith("{file}") && !path.endsWith(".ndjson"));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyRouteAnswersInItsMediaTypeAndAnyoneMayRead(String path) {
        Response response = ROUTER.handle(get(path));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers())
                .containsEntry("Content-Type", mediaType(path))
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Vary", "Accept-Encoding")
                .doesNotContainKeys("Content-Encoding", "Content-Length");
        assertThat(response.headers().get("Cache-Control"))
                .startsWith(
                        path.equals("/api/openapi.json")
                                ? "public, max-age=3600"
                                : "public, max-age=10, stale-while-revalidate=30");
        assertThat(response.headers().get("ETag")).matches("\"[0-9a-f]{32}(-[0-9]+)?\"");
        if (mediaType(path).startsWith("application/json")) {
            assertThat(JSON.readTree(response.body()).isObject()).isTrue();
        }
    }

    private static String mediaType(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1).replaceFirst(".*[.]", "")) {
            case "atom" -> "application/atom+xml; charset=utf-8";
            case "rss" -> "application/rss+xml; charset=utf-8";
            case "png" -> "image/png";
            case "logo" -> "image/svg+xml";
            case "csv" -> "text/csv; charset=utf-8; header=present";
            case "ics" -> "text/calendar; charset=utf-8";
            case "svg" -> "image/svg+xml; charset=utf-8";
            case "plain" -> "text/html; charset=utf-8";
            case "metrics" -> "application/openmetrics-text; version=1.0.0; charset=utf-8";
            case "json" ->
                    path.equals("/feed.json")
                            ? "application/feed+json; charset=utf-8"
                            : "application/json; charset=utf-8";
            default -> "application/json; charset=utf-8";
        };
    }

    @ParameterizedTest
    @MethodSource("paths")
    void everyRouteCompressesOnDemandUnderATagOfItsOwn(String path) throws IOException {
        Response plain = ROUTER.handle(get(path));
        Response gzip = ROUTER.handle(get(path, "accept-encoding", "br, gzip"));

        assertThat(gzip.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(gzip.headers().get("ETag")).isNotEqualTo(plain.headers().get("ETag"));
        try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void headIsGetWithoutTheBody(String path) {
        for (String coding : List.of("identity", "gzip")) {
            Response get = ROUTER.handle(get(path, "accept-encoding", coding));
            Response head = ROUTER.handle(request("HEAD", path, "accept-encoding", coding));

            Map<String, String> expected = new HashMap<>(get.headers());
            expected.put("Content-Length", Integer.toString(get.body().length));
            assertThat(head.status()).isEqualTo(200);
            assertThat(head.headers()).isEqualTo(expected);
            assertThat(head.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void whoHasTheDocumentGetsNothingButItsTag(String path) {
        for (String coding : List.of("identity", "gzip")) {
            Response fresh = ROUTER.handle(get(path, "accept-encoding", coding));
            String etag = fresh.headers().get("ETag");

            for (String method : List.of("GET", "HEAD")) {
                Map<String, String> headers =
                        Map.of("accept-encoding", coding, "if-none-match", etag);
                Response response = ROUTER.handle(new Request(method, path, Map.of(), headers));

                assertThat(response.status()).isEqualTo(304);
                assertThat(response.body()).isEmpty();
                assertThat(response.headers())
                        .containsEntry("ETag", etag)
                        .containsEntry("Cache-Control", fresh.headers().get("Cache-Control"))
                        .containsEntry("Vary", "Accept-Encoding")
                        .containsEntry("Access-Control-Allow-Origin", "*")
                        .doesNotContainKeys("Content-Type", "Content-Encoding", "Content-Length");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    *                        | 304
                    %                        | 304
                    W/%                      | 304
                    "other", %               | 304
                    "a,b" , W/"c", W/%,"d"   | 304
                    "other"                  | 200
                    W/"other"                | 200
                    unquoted                 | 200
                    "*"                      | 200
                    "                        | 200
                    """)
    void conditionsAreReadAsTheyAreWritten(String condition, int status) {
        String etag = ROUTER.handle(get("/api/v1/status")).headers().get("ETag");

        Response response =
                ROUTER.handle(get("/api/v1/status", "if-none-match", condition.replace("%", etag)));

        assertThat(response.status()).isEqualTo(status);
    }

    @Test
    void theTagOfTheOtherCodingIsAnotherDocument() {
        String etag = ROUTER.handle(get("/api/v1/status")).headers().get("ETag");
        Map<String, String> headers = Map.of("accept-encoding", "gzip", "if-none-match", etag);

        Response response = ROUTER.handle(new Request("GET", "/api/v1/status", Map.of(), headers));

        assertThat(response.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void preflightAllowsReadingFromEverywhere(String path) {
        Response response = ROUTER.handle(request("OPTIONS", path));

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers())
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS")
                .containsEntry("Access-Control-Allow-Headers", "If-None-Match, Cache-Control")
                .containsEntry("Access-Control-Max-Age", "86400");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "get", ""})
    void otherMethodsAreNotAllowed(String method) {
        Response response = ROUTER.handle(request(method, "/api/v1/status"));

        assertThat(response.headers()).containsEntry("Allow", "GET, HEAD, OPTIONS");
        assertError(response, 405, "method_not_allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/api",
                "/api/v1/status/",
                "//api/v1/status",
                "/api//v1/status",
                "/api/v1/../v1/status",
                "/API/v1/status",
                "/api/v1/status\u0000",
                "/api/v1/components//days",
                "/api/v1/components/formats/days/",
                "/api/v1/components/formats/../days",
                "/api/v1/components/../formats/days",
                "/api/v1/components/{id}",
                "/api/v2/summary",
                "/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u/v/w/x/y/z"
            })
    void otherPathsLeadNowhere(String path) {
        assertError(ROUTER.handle(get(path)), 404, "not_found");
        assertError(ROUTER.handle(request("POST", path)), 404, "not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothere", "..", ".", "%2e", "Formats", "formats ", "<b>", "{id}"})
    void unknownComponentsAreNotFound(String id) {
        Response days = ROUTER.handle(get("/api/v1/components/" + id + "/days"));

        assertError(days, 404, "not_found");
        assertThat(error(days).path("message").asString()).isEqualTo("there is no component " + id);
        assertError(ROUTER.handle(get("/api/v1/components/" + id + "/latency")), 404, "not_found");
    }

    @Test
    void whatIsEchoedIsShortAndWithoutTricks() {
        String id = "\u202e\u001b[31m" + "x".repeat(100_000);

        Response response = ROUTER.handle(get("/api/v1/components/" + id + "/days"));

        assertThat(error(response).path("message").asString())
                .isEqualTo("there is no component \ufffd\ufffd[31m" + "x".repeat(94) + "…");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    days,    1,   1
                    days,    2,   2
                    days,    90,  3
                    latency, 1,   1
                    latency, 24,  2
                    """)
    void aNumberWithinTheBoundsCutsTheEnd(String list, String number, int size) {
        boolean days = list.equals("days");
        Response response = ROUTER.handle(numbered(list, number));

        assertThat(response.status()).isEqualTo(200);
        assertThat(JSON.readTree(response.body()).path(days ? "days" : "hours").size())
                .isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            nullValues = "-",
            textBlock =
                    """
                    days,    0,           0
                    days,    91,          91
                    days,    -1,          -1
                    days,    007,         007
                    days,    1.5,         1.5
                    days,    1e1,         1e1
                    days,    '',          nothing
                    days,    ' 9',        ' 9'
                    days,    99999999999, 99999999999
                    days,    ٣,           ٣
                    latency, 25,          25
                    latency, x,           x
                    """)
    void anyOtherNumberIsRefusedByName(String list, String number, String echo) {
        Response response = ROUTER.handle(numbered(list, number));

        String name = list.equals("days") ? "days" : "hours";
        String bounds = list.equals("days") ? "1 to 90" : "1 to 24";
        assertError(response, 400, "bad_parameter");
        assertThat(error(response).path("parameter").asString()).isEqualTo(name);
        assertThat(error(response).path("message").asString())
                .isEqualTo(name + " must be a whole number from " + bounds + ", not " + echo);
    }

    @Test
    void unknownParametersChangeNothing() {
        Response usual = ROUTER.handle(get("/api/v1/status"));
        Response response =
                ROUTER.handle(new Request("GET", "/api/v1/status", Map.of("days", "x"), Map.of()));

        assertThat(response.headers()).isEqualTo(usual.headers());
        assertThat(response.body()).isSameAs(usual.body());
    }

    @ParameterizedTest
    @MethodSource("paths")
    void beforeTheFirstSnapshotEverythingIsUnavailable(String path) {
        Router empty =
                new Router(
                        Optional::empty,
                        new InMemoryTable(() -> SampleSnapshots.NOW),
                        new InMemoryBlobs(),
                        () -> SampleSnapshots.NOW);

        Response response = empty.handle(get(path));

        assertError(response, 503, "unavailable");
        assertThat(response.headers()).containsEntry("Retry-After", "5");
    }

    @Test
    void headOfAnErrorHasNoBodyButItsLength() {
        Response get = ROUTER.handle(get("/nowhere"));
        Response head = ROUTER.handle(request("HEAD", "/nowhere"));

        assertThat(head.status()).isEqualTo(404);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers())
                .containsEntry("Content-Length", Integer.toString(get.body().length))
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void dataThatAreTooOldAreUnknownEvenWhenNobodyWritesNewOnes() {
        Router late = routerAt(SampleSnapshots.THROUGH.plusSeconds(151));

        JsonNode own = JSON.readTree(late.handle(get("/api/v1/status")).body());
        JsonNode summary = JSON.readTree(late.handle(get("/api/v2/summary.json")).body());

        assertThat(own.path("status").asString()).isEqualTo("unknown");
        assertThat(own.path("dataThrough").asString()).isEqualTo("2026-11-23T21:30:00Z");
        assertThat(summary.path("incidents").get(0).path("started_at").asString())
                .isEqualTo("2026-11-23T21:32:30.000Z");
        assertThat(summary.path("page").path("updated_at").asString())
                .isEqualTo("2026-11-23T21:30:00.000Z");
    }

    @Test
    void whatLiesInAStoreIsSentAsItIsWithItsOwnHeaders() {
        InMemoryBlobs blobs = new InMemoryBlobs();
        blobs.put("kept/x", new Blobs.Blob(new byte[] {0, (byte) 0xff}, "image/png"));
        Resource kept =
                (sources, call) -> {
                    Blobs.Blob blob = sources.blobs().get("kept/" + call.variable("id")).get();
                    return new Answer.Found(
                            new StoredDocument(blob.bytes(), blob.contentType(), "no-cache"),
                            Map.of("Content-Disposition", "attachment"));
                };
        Route route = new Route(new PathTemplate("/kept/{id}"), Optional.empty(), kept);
        Router router =
                new Router(
                        List.of(route),
                        () -> Optional.of(DOCUMENTS),
                        new Archive(new InMemoryTable(() -> SampleSnapshots.NOW), blobs),
                        blobs,
                        () -> SampleSnapshots.NOW);

        Response response = router.handle(get("/kept/x", "accept-encoding", "gzip"));

        assertThat(response.body()).containsExactly(0, 0xff);
        assertThat(response.headers())
                .containsEntry("Content-Type", "image/png")
                .containsEntry("Cache-Control", "no-cache")
                .containsEntry("Content-Disposition", "attachment")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .doesNotContainKey("Content-Encoding");
    }

    private static void assertError(Response response, int status, String code) {
        JsonNode error = error(response);
        assertThat(response.status()).isEqualTo(status);
        assertThat(error.propertyNames()).containsExactly("status", "code", "message", "parameter");
        assertThat(error.path("status").asInt()).isEqualTo(status);
        assertThat(error.path("code").asString()).isEqualTo(code);
        assertThat(response.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Content-Type", "application/json; charset=utf-8")
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .doesNotContainKey("ETag");
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .doesNotContain("<")
                .hasSizeLessThan(400);
    }

    private static JsonNode error(Response response) {
        return JSON.readTree(response.body()).path("error");
    }

    private static Router routerAt(Instant now) {
        return new Router(
                () -> Optional.of(DOCUMENTS),
                new InMemoryTable(() -> now),
                new InMemoryBlobs(),
                () -> now);
    }

    private static Request numbered(String list, String number) {
        String name = list.equals("days") ? "days" : "hours";
        return new Request(
                "GET", "/api/v1/components/formats/" + list, Map.of(name, number), Map.of());
    }

    private static Request get(String path) {
        return request("GET", path);
    }

    private static Request get(String path, String header, String value) {
        return request("GET", path, header, value);
    }

    private static Request request(String method, String path) {
        return new Request(method, path, Map.of(), Map.of());
    }

    private static Request request(String method, String path, String header, String value) {
        return new Request(method, path, Map.of(), Map.of(header, value));
    }
}
