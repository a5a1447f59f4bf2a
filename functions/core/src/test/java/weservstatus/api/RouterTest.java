package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.api.DocumentCalls.DOCUMENTS;
import static weservstatus.api.DocumentCalls.ROUTER;
import static weservstatus.api.DocumentCalls.get;
import static weservstatus.api.DocumentCalls.numbered;
import static weservstatus.api.DocumentCalls.request;
import static weservstatus.api.DocumentCalls.routerAt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.document.StoredDocument;
import weservstatus.status.SampleSnapshots;
import weservstatus.store.Blobs;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;
import weservstatus.usecase.Archive;

class RouterTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @MethodSource("weservstatus.api.DocumentCalls#paths")
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
    @MethodSource("weservstatus.api.DocumentCalls#paths")
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
    @MethodSource("weservstatus.api.DocumentCalls#paths")
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
    @MethodSource("weservstatus.api.DocumentCalls#paths")
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
    @MethodSource("weservstatus.api.DocumentCalls#paths")
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

    @Test
    void unknownParametersChangeNothing() {
        Response usual = ROUTER.handle(get("/api/v1/status"));
        Response response =
                ROUTER.handle(new Request("GET", "/api/v1/status", Map.of("days", "x"), Map.of()));

        assertThat(response.headers()).isEqualTo(usual.headers());
        assertThat(response.body()).isSameAs(usual.body());
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
}
