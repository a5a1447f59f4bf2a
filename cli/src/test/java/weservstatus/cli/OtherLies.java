package weservstatus.cli;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import weservstatus.cli.Told.Delivery;

/** Single parameters, contracts, caches and pages of the front that are not as they should be. */
final class OtherLies {
    private static final String MISSING = "status/404";

    private OtherLies() {}

    static List<Lie> deaf() {
        return List.of(
                heard("ro=-90 turns to the right", "ro", "-90", "90"),
                renamed("flip mirrors left-right", "w=320&flip&nonce", "flip", "flop"),
                heard("a=right keeps the left", "a", "right", "left"),
                heard("a=bottom keeps the top", "a", "bottom", "top"),
                heard("the heart is a circle", "mask", "heart", "circle"),
                heard("the ellipse is a circle", "mask", "ellipse", "circle"),
                heard("the hexagon is a pentagon", "mask", "hexagon", "pentagon"),
                heard("the triangle stands on its head", "mask", "triangle", "triangle-180"),
                heard("contrast the other way", "con", "25", "-25"),
                heard("brightness the other way", "mod", "1.5", "0.5"),
                heard("blur of three pixels", "blur", "5", ""),
                heard("sepia is greyscale", "filt", "sepia", "greyscale"),
                heard("greyscale is negate", "filt", "greyscale", "negate"),
                heard("outside is inside", "fit", "outside", "inside"),
                renamed("cbg is ignored", "cbg=black", "cbg=black", ""),
                renamed("webp loses alpha", "card-alpha.png&w=320&output=webp", "-alpha", ""),
                renamed("animations are not resized", "n=-1&w=80", "&w=80", ""),
                Lie.of(
                        "flat colours four levels off",
                        (asked, told) ->
                                asked.says("flat.png")
                                        ? Painting.repainted(
                                                told, p -> Painting.levels(p, v -> v + 4))
                                        : told),
                renamed("facts before the resize", "card.png&w=320&output=json", "w=320&", ""));
    }

    static List<Lie> delivery() {
        return List.of(
                pictures("no Timing-Allow-Origin", t -> t.without("Timing-Allow-Origin")),
                pictures(
                        "a canonical link to another host",
                        t -> t.with("Link", "<https://a.example/card.png>; rel=\"canonical\"")),
                pictures(
                        "fewer bytes of the origin",
                        t -> t.with("X-Upstream-Response-Length", "1000")),
                pictures("max-age=0", t -> t.with("Cache-Control", "public, max-age=0")),
                of(
                        "maxage=1d gives a year",
                        asked -> asked.has("maxage"),
                        t -> t.with("Cache-Control", "public, max-age=31536000")),
                of(
                        "photo1 with another end",
                        asked -> asked.has("filename"),
                        t -> t.header("Content-Disposition", v -> v.replace(".png", ".jpg"))),
                pictures("brotli that is none", t -> t.with("Content-Encoding", "br")),
                of(
                        "HEAD is not allowed",
                        asked -> asked.method().equals("HEAD"),
                        t -> t.status(405)),
                of(
                        "HEAD speaks of text",
                        asked -> asked.method().equals("HEAD"),
                        t -> t.with("Content-Type", "text/html")),
                kept("stale answers", t -> t.with("X-Cache-Status", "STALE")),
                kept("stale answers of the CDN", t -> t.with("CF-Cache-Status", "STALE")),
                kept("older than allowed", t -> t.with("Age", "99999999")),
                kept("the cache has another picture", t -> t.body(other())),
                kept("the cache has an error", t -> missing(404, "gone")),
                kept("the cache limits the rate", t -> t.status(429)));
    }

    static List<Lie> contracts() {
        return List.of(
                of(
                        "what is new comes from a cache",
                        Asked::isNew,
                        t -> t.header("X-Cache-Status", v -> "HIT")),
                missing("a code in words", t -> t.text(s -> s.replace(":404,", ":\"404\","))),
                missing("no code", t -> t.text(s -> s.replace("\"code\":404,", ""))),
                missing("a code of its own", t -> t.text(s -> s.replace(":404,", ":500,"))),
                missing("an empty message", t -> missing(404, "")),
                missing("other words", t -> missing(404, "Not found")),
                missing("status is ok", t -> t.text(s -> s.replace("\"error\"", "\"ok\""))),
                missing(
                        "a placeholder",
                        t -> t.status(200).with("Content-Type", "image/png").body(other())),
                missing("500 for what is missing", t -> t.status(500)),
                missing("410 for what is missing", t -> t.status(410)),
                missing(
                        "errors kept for a year",
                        t -> t.with("Cache-Control", "public, max-age=31536000")),
                missing("errors without CORS", t -> t.without("Access-Control-Allow-Origin")),
                missing("errors without a mark", t -> t.without("X-Images-Api")),
                missing("errors half packed", t -> t.with("Content-Encoding", "gzip")),
                of(
                        "too large is made",
                        asked -> asked.says("w=20000"),
                        t -> t.status(200).with("Content-Type", "image/png").body(other())),
                of(
                        "localhost is fetched",
                        asked -> asked.says("localhost:1"),
                        t -> Told.json(200, "{}")),
                of(
                        "text is called a picture",
                        asked -> asked.says("hello.txt"),
                        t -> t.status(200).with("Content-Type", "image/png").body(other())),
                of(
                        "default=1 is ignored",
                        asked -> asked.has("default") && asked.says("default=1"),
                        t -> t.status(404).without("Location")),
                of(
                        "default leads to another host",
                        asked -> asked.has("default"),
                        t -> t.with("Location", "http://a.example/card.png")),
                of(
                        "the redirect lacks the error",
                        asked -> asked.has("default"),
                        t -> t.with("Content-Type", "text/html").text(s -> "<h1>Found</h1>")),
                of("POST breaks", asked -> asked.method().equals("POST"), t -> t.status(500)),
                quota("no remaining quota in the headers", "X-RateLimit-Remaining"),
                quota("no limit in the headers", "X-RateLimit-Limit"),
                of(
                        "the quota is cached",
                        asked -> asked.says("/quota"),
                        t -> t.with("Cache-Control", "public, max-age=3600")),
                of(
                        "clear-cache clears nothing",
                        asked -> asked.says("/clear-cache"),
                        t -> t.without("Clear-Site-Data")),
                of("clear-cache is gone", asked -> asked.says("/clear-cache"), t -> t.status(404)),
                facts("facts of one page", s -> s.replace("\"pages\":4", "\"pages\":1")),
                facts("facts without delays", s -> s.replaceAll(",\"delay\":\\[[^]]*]", "")),
                facts(
                        "facts lying on their side",
                        s -> s.replace("\"orientation\":0", "\"orientation\":6")),
                facts("facts of CMYK", s -> s.replace("\"srgb\"", "\"cmyk\"")));
    }

    static List<Lie> pages() {
        return List.of(
                Lie.always("521 of the CDN", t -> cdn(521)),
                Lie.always("523 of the CDN", t -> cdn(523)),
                Lie.always("524 of the CDN", t -> cdn(524)),
                Lie.always("530 of the CDN", t -> cdn(530)),
                Lie.always("401 of something else", t -> Told.page(401, "<h1>401</h1>")),
                Lie.always(
                        "500 of the service's front",
                        t -> Told.page(500, "<h1>500</h1>").with("X-Images-Api", "5")),
                fresh(
                        "a login page of something else",
                        t -> Told.page(302, "<a>log in</a>").with("Location", "/login")),
                fresh("a parking page of something else", t -> Told.page(200, "<h1>For sale</h1>")),
                fresh(
                        "libvips fails",
                        t ->
                                Told.json(
                                        400,
                                        "{\"status\":\"error\",\"code\":400,\"message\":\"libvips error: out of memory\"}")),
                fresh("no picture in time", t -> missing(404, "The requested URL timed out.")),
                pictures("a part as 206", t -> t.status(206)),
                pictures("unchanged as 304", t -> t.status(304).body(new byte[0])),
                fresh("429 as JSON", t -> missing(429, "slow down")),
                fresh("403 of the service", t -> missing(403, "no")),
                pictures("reset in the middle", t -> t.as(Delivery.HALF_RESET)),
                pictures("chunks that are none", t -> t.as(Delivery.BROKEN_CHUNKS)),
                Lie.always("closed without a word", t -> t.as(Delivery.NOTHING)));
    }

    private static Lie heard(String name, String parameter, String said, String heard) {
        String before = parameter + "=" + said + "&nonce";
        String after = heard.isEmpty() ? parameter : parameter + "=" + heard;
        return Lie.mishearing(
                name,
                asked ->
                        asked.says(before)
                                ? new Asked(
                                        asked.method(),
                                        asked.request().replace(before, after + "&nonce"))
                                : asked);
    }

    private static Lie renamed(String name, String where, String said, String heard) {
        return Lie.mishearing(
                name,
                asked ->
                        asked.says(where)
                                ? new Asked(asked.method(), asked.request().replace(said, heard))
                                : asked);
    }

    private static Lie pictures(String name, UnaryOperator<Told> change) {
        return Lie.of(name, (asked, told) -> told.isPicture() ? change.apply(told) : told);
    }

    private static Lie fresh(String name, UnaryOperator<Told> change) {
        return of(name, Asked::isNew, change);
    }

    private static Lie kept(String name, UnaryOperator<Told> change) {
        return of(
                name,
                asked -> asked.has("url") && !asked.isNew() && asked.method().equals("GET"),
                change);
    }

    private static Lie missing(String name, UnaryOperator<Told> change) {
        return of(name, asked -> asked.says(MISSING), change);
    }

    private static Lie quota(String name, String header) {
        return of(name, asked -> asked.says("/quota"), told -> told.without(header));
    }

    private static Lie facts(String name, UnaryOperator<String> change) {
        return of(name, asked -> asked.says("output=json"), told -> told.text(change));
    }

    private static Lie of(String name, Predicate<Asked> which, UnaryOperator<Told> change) {
        return Lie.of(name, (asked, told) -> which.test(asked) ? change.apply(told) : told);
    }

    private static Told missing(int code, String message) {
        return Told.json(
                code,
                "{\"status\":\"error\",\"code\":%d,\"message\":\"%s\"}".formatted(code, message));
    }

    private static Told cdn(int status) {
        return Told.page(status, "<h1>Web server is down</h1>")
                .with("Server", "cloudflare")
                .with("CF-Ray", "9a1b2c3d4e5f6071-HEL");
    }

    private static byte[] other() {
        return PictureLies.recorded("fb201391f6832dd9.webp");
    }
}
