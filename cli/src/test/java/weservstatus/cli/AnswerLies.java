package weservstatus.cli;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import weservstatus.cli.Told.Delivery;

/** Bodies, headers, statuses and connections that are not as they should be. */
final class AnswerLies {
    private static final String CHALLENGE =
            "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>"
                    + "<script src=\"/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1\"></script>"
                    + "</body></html>";

    private AnswerLies() {}

    static List<Lie> bodies() {
        return List.of(
                pictures("bodies cut in half, length right", told -> told.body(AnswerLies::half)),
                pictures("bodies lack the last byte", told -> told.body(AnswerLies::allButOne)),
                pictures("bodies cut in half, length as if whole", as(Delivery.HALF)),
                pictures("bodies cut in half, chunked", as(Delivery.HALF_CHUNKED)),
                pictures("empty bodies", told -> told.body(new byte[0])),
                pictures("damage in the middle", told -> told.body(AnswerLies::damaged)),
                pictures(
                        "an HTML page called a picture",
                        told -> told.body(bytes("<html>Welcome</html>"))),
                pictures("an HTML page with status 200", told -> marked(page(200))),
                pictures(
                        "an error as JSON with status 200",
                        told ->
                                Told.json(
                                        200,
                                        "{\"status\":\"error\",\"code\":404,\"message\":\"no\"}")),
                pictures("every picture called JPEG", type("image/jpeg")),
                pictures("every picture called PNG", type("image/png")),
                pictures("pictures called text", type("text/plain")),
                pictures("no Content-Type", told -> told.without("Content-Type")),
                pictures("pictures called a download", type("application/octet-stream")),
                Lie.of(
                        "home page empty",
                        (asked, told) -> home(asked) ? told.body(bytes("")) : told),
                Lie.of(
                        "another home page",
                        (asked, told) ->
                                home(asked)
                                        ? marked(Told.page(200, "<h1>Welcome to nginx!</h1>"))
                                        : told),
                facts("facts with the size of the source", t -> t.replace("320", "640")),
                facts("facts of another format", t -> t.replace("\"png\"", "\"jpeg\"")),
                facts(
                        "facts with alpha",
                        t -> t.replace("\"hasAlpha\":false", "\"hasAlpha\":true")),
                facts("facts that are no JSON", t -> t.substring(0, t.length() / 2)),
                Lie.of(
                        "base64 of something else",
                        (asked, told) ->
                                asked.has("encoding")
                                        ? told.body(bytes("data:image/png;base64,AAAA"))
                                        : told),
                Lie.of(
                        "base64 cut short",
                        (asked, told) ->
                                asked.has("encoding") ? told.body(AnswerLies::half) : told));
    }

    static List<Lie> headers() {
        return List.of(
                pictures("no CORS header", told -> told.without("Access-Control-Allow-Origin")),
                pictures(
                        "CORS for one site only",
                        told -> told.with("Access-Control-Allow-Origin", "https://example.org")),
                pictures("no Cache-Control", told -> told.without("Cache-Control")),
                pictures("no caching", told -> told.with("Cache-Control", "no-store")),
                pictures(
                        "cached for a minute",
                        told -> told.with("Cache-Control", "public, max-age=60")),
                pictures(
                        "private caching",
                        told -> told.with("Cache-Control", "private, max-age=31536000")),
                Lie.always("no X-Images-Api", told -> told.without("X-Images-Api")),
                pictures("no Content-Disposition", told -> told.without("Content-Disposition")),
                pictures(
                        "pictures as attachments",
                        told ->
                                told.header(
                                        "Content-Disposition",
                                        v -> v.replace("inline", "attachment"))),
                pictures(
                        "file names without end",
                        told ->
                                told.header(
                                        "Content-Disposition",
                                        v -> v.replaceAll("\\.[a-z]+$", ""))),
                pictures("no canonical link", told -> told.without("Link")),
                pictures(
                        "pictures for this site only",
                        told -> told.with("Cross-Origin-Resource-Policy", "same-origin")),
                pictures(
                        "pictures packed without saying so",
                        told -> told.with("Content-Encoding", "gzip")));
    }

    static List<Lie> statuses() {
        return List.of(
                Lie.always(
                        "500 as JSON",
                        told -> Told.json(500, "{\"status\":\"error\",\"code\":500}")),
                Lie.always("502 of the service's front", told -> marked(page(502))),
                Lie.always("502 of something else", told -> page(502)),
                Lie.always("503 of the service's front", told -> marked(page(503))),
                Lie.always("504 of something else", told -> page(504)),
                Lie.always("520 of the CDN", told -> cdn(page(520))),
                Lie.always("522 of the CDN", told -> cdn(page(522))),
                Lie.always("525 of the CDN", told -> cdn(page(525))),
                Lie.always("404 of something else", told -> page(404)),
                Lie.always("204 without anything", told -> marked(page(204)).body(new byte[0])),
                Lie.always("403 of the CDN", told -> cdn(page(403))),
                Lie.always(
                        "429 of the service", told -> marked(page(429)).with("Retry-After", "60")),
                Lie.always("a challenge", told -> cdn(Told.page(403, CHALLENGE))),
                Lie.always("a challenge with 503", told -> cdn(Told.page(503, CHALLENGE))),
                Lie.always(
                        "a challenge with 200",
                        told -> cdn(Told.page(200, CHALLENGE)).with("CF-Mitigated", "challenge")),
                Lie.of(
                        "a redirect in a circle",
                        (asked, told) -> told.status(302).with("Location", asked.request())),
                fresh("the processing is down, the cache alive", told -> marked(page(502))),
                fresh("the processing limits the rate", told -> marked(page(429))),
                fresh("the processing is silent, the cache alive", as(Delivery.SILENT)),
                fresh(
                        "the service cannot reach the origin",
                        told ->
                                Told.json(
                                        404,
                                        "{\"status\":\"error\",\"code\":404,\"message\":\"The"
                                                + " hostname of the origin is unresolvable (DNS)"
                                                + " or blocked by policy.\"}")),
                of(
                        "the cache is down, the processing alive",
                        AnswerLies::cached,
                        told -> marked(page(502))),
                of(
                        "AVIF fails",
                        asked -> asked.says("output=avif"),
                        told ->
                                Told.json(
                                        400,
                                        "{\"status\":\"error\",\"code\":400,\"message\":\"libvips error: heifsave\"}")));
    }

    static List<Lie> contracts() {
        return List.of(
                of(
                        "a private address is fetched",
                        asked -> asked.says("127.0.0.1:1/"),
                        told -> Told.json(200, "{\"secret\":1}")),
                of(
                        "a private address gives a picture",
                        asked -> asked.says("127.0.0.1:1/"),
                        told ->
                                told.status(200)
                                        .with("Content-Type", "image/png")
                                        .body(PictureLies.recorded("fb201391f6832dd9.webp"))),
                of(
                        "a private address times out",
                        asked -> asked.says("127.0.0.1:1/"),
                        told ->
                                told.text(t ->
                                        t.replaceAll(
                                                "The hostname.*policy",
                                                "The requested URL timed out"))),
                of(
                        "a private address is refused with 200",
                        asked -> asked.says("127.0.0.1:1/"),
                        told -> told.status(200)),
                of(
                        "no picture named gives the home page",
                        asked -> asked.says("url=&"),
                        told -> marked(page(200))),
                of(
                        "no picture named gives other words",
                        asked -> asked.says("url=&"),
                        told -> told.text(t -> t.replace("Unable to parse URI", "Bad request"))),
                of(
                        "an unknown host gives 200",
                        asked -> asked.says("nosuchhost"),
                        told -> told.status(200)),
                of(
                        "an unknown host gives 500",
                        asked -> asked.says("nosuchhost"),
                        told -> told.status(500)),
                of(
                        "errors are pages",
                        asked -> asked.says("nosuchhost") || asked.says("url=&"),
                        told -> marked(page(404))),
                of(
                        "a missing picture gives the error",
                        asked -> asked.has("default"),
                        told -> told.status(404).without("Location")),
                of(
                        "the replacement is sent for ever",
                        asked -> asked.has("default"),
                        told -> told.status(301)),
                of(
                        "POST is answered",
                        asked -> asked.method().equals("POST"),
                        told -> told.status(200)),
                of("no quota is told", asked -> asked.says("/quota"), told -> Told.json(200, "{}")),
                of("the quota is a page", asked -> asked.says("/quota"), told -> page(200)));
    }

    static List<Lie> connections() {
        return List.of(
                Lie.always("reset", as(Delivery.RESET)),
                Lie.always("silent", as(Delivery.SILENT)),
                pictures("stalled in the middle", as(Delivery.STALLED)),
                pictures("one byte after the other", as(Delivery.DRIPPING)),
                Lie.always("no HTTP", as(Delivery.GIBBERISH)));
    }

    private static Lie pictures(String name, UnaryOperator<Told> change) {
        return Lie.of(name, (asked, told) -> told.isPicture() ? change.apply(told) : told);
    }

    private static Lie fresh(String name, UnaryOperator<Told> change) {
        return of(name, Asked::isNew, change);
    }

    private static Lie of(String name, Predicate<Asked> which, UnaryOperator<Told> change) {
        return Lie.of(name, (asked, told) -> which.test(asked) ? change.apply(told) : told);
    }

    private static Lie facts(String name, UnaryOperator<String> change) {
        return of(name, asked -> asked.says("output=json"), told -> told.text(change));
    }

    private static boolean cached(Asked asked) {
        return asked.has("url") && !asked.isNew() && !asked.method().equals("POST");
    }

    private static boolean home(Asked asked) {
        return asked.request().equals("/");
    }

    private static UnaryOperator<Told> as(Delivery delivery) {
        return told -> told.as(delivery);
    }

    private static UnaryOperator<Told> type(String mediaType) {
        return told -> told.with("Content-Type", mediaType);
    }

    private static Told page(int status) {
        String page =
                "<html><head><title>%d</title></head><body><center><h1>%d</h1></center></body></html>"
                        .formatted(status, status);
        return Told.page(status, page);
    }

    private static Told marked(Told told) {
        return told.with("X-Images-Api", "5");
    }

    private static Told cdn(Told told) {
        return told.with("Server", "cloudflare").with("CF-Ray", "9a1b2c3d4e5f6071-HEL");
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private static byte[] allButOne(byte[] body) {
        return Arrays.copyOf(body, body.length - 1);
    }

    /** A tenth of the bytes, from the middle on. */
    private static byte[] damaged(byte[] body) {
        byte[] changed = body.clone();
        for (int i = body.length / 2; i < body.length * 6 / 10; i++) {
            changed[i] ^= 0x55;
        }
        return changed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
