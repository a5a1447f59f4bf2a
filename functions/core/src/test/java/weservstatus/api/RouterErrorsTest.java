package weservstatus.api;

import static org.assertj.core.api.Assertions.assertThat;
import static weservstatus.api.DocumentCalls.ROUTER;
import static weservstatus.api.DocumentCalls.get;
import static weservstatus.api.DocumentCalls.numbered;
import static weservstatus.api.DocumentCalls.request;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.status.SampleSnapshots;
import weservstatus.store.InMemoryBlobs;
import weservstatus.store.InMemoryTable;

/** What is asked wrongly, or too early, gets an error that says so. */
class RouterErrorsTest {
    private static final JsonMapper JSON = new JsonMapper();

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

    @ParameterizedTest
    @MethodSource("weservstatus.api.DocumentCalls#paths")
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
}
