package weservstatus.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import weservstatus.cli.Told.Delivery;
import weservstatus.observe.Header;

/** Differences that are no worse for anybody. */
final class HarmlessChanges {
    /** Parameters that say how a picture is packed. */
    private static final List<String> PACKED =
            List.of("q", "quality", "il", "l", "level", "af", "ll", "lossless");

    private HarmlessChanges() {}

    static List<Lie> all() {
        return List.of(
                Lie.NONE,
                Lie.always("another server", told -> told.with("Server", "caddy")),
                packed("JPEG at quality 75", 0.75f),
                packed("JPEG at quality 90", 0.9f),
                packed("every picture packed by another program", 0.8f),
                recorded("WebP at quality 75", "webp", "f3d4731563736847.webp"),
                recorded("WebP at quality 70", "webp", "ae083245f859f91e.webp"),
                recorded("WebP at quality 90", "webp", "b4ca2c5d0e7f63f9.webp"),
                recorded("AVIF at quality 70", "avif", "bf6c44ac35bbcd0e.avif"),
                recorded("AVIF at quality 85", "avif", "7cf54f1f3f1e0ef6.avif"),
                always("chunked", t -> t.as(Delivery.CHUNKED)),
                always("without a length", t -> t.as(Delivery.UNTIL_CLOSED)),
                always(
                        "more headers",
                        t ->
                                t.with("X-Powered-By", "PHP/8")
                                        .with("Alt-Svc", "h3=\":443\"")
                                        .with("Strict-Transport-Security", "max-age=63072000")),
                always("headers in another order", HarmlessChanges::turnedRound),
                always("header names in small letters", HarmlessChanges::small),
                always(
                        "cached for two years",
                        t -> t.header("Cache-Control", v -> v.replace("31536000", "63072000"))),
                always("immutable", t -> t.header("Cache-Control", v -> v + ", immutable")),
                always(
                        "Cache-Control in another order",
                        t ->
                                t.header(
                                        "Cache-Control",
                                        v -> v.replaceFirst("(public), (.*)", "$2, $1"))),
                always("text packed with gzip", HarmlessChanges::packed),
                always("X-Cache-Status EXPIRED", t -> t.header("X-Cache-Status", v -> "EXPIRED")),
                always("no X-Cache-Status", t -> t.without("X-Cache-Status")),
                always(
                        "behind a CDN",
                        t ->
                                t.with("Server", "cloudflare")
                                        .with("CF-Ray", "9a1b2c3d4e5f6071-HEL")
                                        .with("CF-Cache-Status", "DYNAMIC")),
                always(
                        "JSON with a charset",
                        t -> t.header("Content-Type", HarmlessChanges::charset)),
                always(
                        "file names in quotes",
                        t ->
                                t.header(
                                        "Content-Disposition",
                                        v -> v.replaceAll("filename=(.*)", "filename=\"$1\""))),
                always("no Expires", t -> t.without("Expires")),
                always("an ETag", t -> t.with("ETag", "\"abc\"")),
                Lie.of(
                        "a private address is refused with 400",
                        (asked, told) ->
                                asked.says("127.0.0.1:1/")
                                        ? Told.json(
                                                400,
                                                "{\"status\":\"error\",\"code\":400,\"message\":"
                                                        + "\"IP address blocked by policy\"}")
                                        : told),
                Lie.of(
                        "more facts, in another order",
                        (asked, told) ->
                                asked.says("output=json")
                                        ? told.text(
                                                t -> "{\"isPalette\": false,\n " + t.substring(1))
                                        : told));
    }

    private static Lie always(String name, UnaryOperator<Told> change) {
        return Lie.always(name, change);
    }

    /** Where the request names a quality or an encoding, that is kept. */
    private static Lie packed(String name, float quality) {
        return Lie.of(
                name,
                (asked, told) ->
                        PACKED.stream().anyMatch(asked::has)
                                ? told
                                : Painting.repacked(told, picture -> picture, quality));
    }

    private static Lie recorded(String name, String format, String body) {
        return Lie.of(
                name,
                (asked, told) ->
                        asked.says("w=320&output=" + format) && !asked.has("ll")
                                ? told.body(PictureLies.recorded(body))
                                : told);
    }

    private static Told turnedRound(Told told) {
        List<Header> headers = new ArrayList<>(told.headers());
        Collections.reverse(headers);
        return new Told(told.status(), headers, told.body(), told.delivery());
    }

    private static Told small(Told told) {
        List<Header> headers =
                told.headers().stream()
                        .map(each -> new Header(each.name().toLowerCase(Locale.ROOT), each.value()))
                        .toList();
        return new Told(told.status(), headers, told.body(), told.delivery());
    }

    private static Told packed(Told told) {
        if (!told.isOf("application/json") && !told.isOf("text/")) {
            return told;
        }
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(told.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told.with("Content-Encoding", "gzip").body(bytes.toByteArray());
    }

    private static String charset(String type) {
        return type.equals("application/json") ? type + "; charset=utf-8" : type;
    }
}
