package weservstatus.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import weservstatus.cli.Told.Delivery;

/** More differences that are no worse for anybody. */
final class OtherHarmless {
    private static final String EXIF =
            "Exif\u0000\u0000MM\u0000*\u0000\u0000\u0000\u0008\u0000\u0001\u0001\u0012\u0000\u0003"
                    + "\u0000\u0000\u0000\u0001\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0000";

    private OtherHarmless() {}

    static List<Lie> all() {
        return List.of(
                header("a cookie of the CDN", "Set-Cookie", "__cf_bm=abc; HttpOnly; Secure"),
                header("Last-Modified", "Last-Modified", "Mon, 02 Nov 2026 10:00:00 GMT"),
                header("Accept-Ranges", "Accept-Ranges", "bytes"),
                header("a timing of the server", "Server-Timing", "proc;dur=12"),
                header("varies by Accept", "Vary", "Accept, Accept-Encoding"),
                header("no sniffing", "X-Content-Type-Options", "nosniff"),
                header("young in the CDN's cache", "Age", "100"),
                header("a policy of the network", "NEL", "{\"report_to\":\"x\",\"max_age\":1}"),
                kept("X-Cache-Status UPDATING", "UPDATING"),
                kept("X-Cache-Status REVALIDATED", "REVALIDATED"),
                change("a year and a day", "Cache-Control", v -> v.replace("31536000", "31622400")),
                change(
                        "renewed in the background",
                        "Cache-Control",
                        v -> v + ", stale-while-revalidate=60"),
                change("another Expires", "Expires", v -> "Tue, 24 Nov 2037 01:54:51 GMT"),
                change("types in capitals", "Content-Type", v -> v.replace("image/", "Image/")),
                change("links with a title", "Link", v -> v + "; title=\"x\""),
                errors("errors spread over lines", s -> s.replace(",", ",\n  ")),
                errors("errors with more fields", s -> s.replaceFirst("\\{", "{\"id\":7,")),
                errors(
                        "errors with more words",
                        s -> s.replace("returned error: 404", "returned error: 404 Not Found")),
                Lie.of(
                        "errors kept for a quarter of an hour",
                        (asked, told) ->
                                told.status() == 404
                                        ? told.with("Cache-Control", "public, max-age=900")
                                        : told),
                Lie.of(
                        "another quota",
                        (asked, told) ->
                                asked.says("/quota")
                                        ? told.text(s -> s.replace("2500", "5000"))
                                        : told),
                Lie.always("JPEG with a comment and EXIF", OtherHarmless::withExif),
                Lie.always("PNG with a text", OtherHarmless::withText),
                Lie.of(
                        "JPEG that is progressive unasked",
                        (asked, told) ->
                                !asked.has("q") && !asked.has("quality")
                                        ? Painting.progressive(told, 0.8f)
                                        : told),
                Lie.always(
                        "keeps the connection open",
                        told -> told.with("Keep-Alive", "timeout=5").as(Delivery.CHUNKED)));
    }

    private static Lie header(String name, String header, String value) {
        return Lie.always(name, told -> told.with(header, value));
    }

    private static Lie change(String name, String header, UnaryOperator<String> change) {
        return Lie.always(name, told -> told.header(header, change));
    }

    private static Lie kept(String name, String status) {
        return Lie.of(
                name,
                (asked, told) -> asked.isNew() ? told : told.header("X-Cache-Status", v -> status));
    }

    private static Lie errors(String name, UnaryOperator<String> change) {
        return Lie.always(
                name,
                told ->
                        told.status() >= 300 && told.isOf("application/json")
                                ? told.text(change)
                                : told);
    }

    /** An upright orientation says nothing new. */
    private static Told withExif(Told told) {
        if (!told.isPicture() || !told.isOf("image/jpeg")) {
            return told;
        }
        String jpeg = new String(told.body(), StandardCharsets.ISO_8859_1);
        String comment = "\u00ff\u00fe\u0000\u0007hello";
        String exif = "\u00ff\u00e1\u0000" + (char) (EXIF.length() + 2) + EXIF;
        return told.body(
                (jpeg.substring(0, 2) + exif + comment + jpeg.substring(2))
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Told withText(Told told) {
        if (!told.isPicture() || !told.isOf("image/png")) {
            return told;
        }
        String png = new String(told.body(), StandardCharsets.ISO_8859_1);
        byte[] text = "tEXtComment\u0000made with care".getBytes(StandardCharsets.ISO_8859_1);
        CRC32 sum = new CRC32();
        sum.update(text);
        String chunk =
                number(text.length - 4)
                        + new String(text, StandardCharsets.ISO_8859_1)
                        + number((int) sum.getValue());
        int afterHead = 8 + 25;
        return told.body(
                (png.substring(0, afterHead) + chunk + png.substring(afterHead))
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String number(int value) {
        return ""
                + (char) (value >>> 24)
                + (char) (value >> 16 & 255)
                + (char) (value >> 8 & 255)
                + (char) (value & 255);
    }
}
