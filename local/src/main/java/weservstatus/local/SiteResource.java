package weservstatus.local;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import weservstatus.api.Request;
import weservstatus.api.Response;

/** Answers requests for the static page: what was asked for, 304, 404 or 405. */
final class SiteResource {
    private static final byte[] NOTHING = new byte[0];
    private static final SiteFile NOT_FOUND =
            SiteFile.of(
                    "404.html",
                    """
                    <!doctype html>
                    <html lang="en">
                    <head><meta charset="utf-8"><title>Not found</title></head>
                    <body><main><h1>There is no such page</h1><p><a href="/">To the status page</a></p></main></body>
                    </html>
                    """
                            .getBytes(StandardCharsets.UTF_8));

    private final SiteFiles files;

    SiteResource(SiteFiles files) {
        this.files = files;
    }

    Response answer(Request request) {
        Response response = found(request);
        Map<String, String> headers = new TreeMap<>(response.headers());
        headers.put(PagePolicy.HEADER, PagePolicy.of(request.path()));
        return new Response(response.status(), headers, response.body());
    }

    private Response found(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return new Response(405, Map.of("Allow", "GET, HEAD"), NOTHING);
        }
        Optional<SiteFile> file = files.find(request.path());
        if (file.isEmpty()) {
            return send(request, 404, files.find("/404.html").orElse(NOT_FOUND));
        }
        String etag = etag(request, file.get());
        return isKnown(request, etag)
                ? new Response(304, cacheHeaders(file.get(), etag), NOTHING)
                : send(request, 200, file.get());
    }

    private static Response send(Request request, int status, SiteFile file) {
        boolean gzip = file.shrinks() && acceptsGzip(request);
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", file.mediaType()));
        if (gzip) {
            headers.put("Content-Encoding", "gzip");
        }
        if (status == 200) {
            headers.putAll(cacheHeaders(file, etag(request, file)));
        }
        return new Response(status, headers, gzip ? file.compressed() : file.bytes());
    }

    private static Map<String, String> cacheHeaders(SiteFile file, String etag) {
        Map<String, String> headers =
                new TreeMap<>(Map.of("ETag", etag, "Cache-Control", "no-cache"));
        if (file.shrinks()) {
            headers.put("Vary", "Accept-Encoding");
        }
        return headers;
    }

    /** The compressed bytes are another representation and carry another tag. */
    private static String etag(Request request, SiteFile file) {
        boolean gzip = file.shrinks() && acceptsGzip(request);
        return '"' + file.etag() + (gzip ? "-gzip" : "") + '"';
    }

    private static boolean isKnown(Request request, String etag) {
        return request.header("If-None-Match").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
    }

    private static boolean acceptsGzip(Request request) {
        return request.header("Accept-Encoding").stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(coding -> coding.replace(" ", ""))
                .anyMatch(coding -> coding.matches("gzip|gzip;q=(0\\.0*[1-9]\\d*|1(\\.0*)?)"));
    }
}
