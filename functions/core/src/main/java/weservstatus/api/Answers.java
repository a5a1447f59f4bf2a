package weservstatus.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import weservstatus.document.Coding;
import weservstatus.document.ErrorJson;
import weservstatus.document.Rendered;

/** Turns documents and errors into answers: headers, conditions, codings and HEAD. */
final class Answers {
    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final String RETRY_SECONDS = "5";
    private static final byte[] NO_BODY = {};

    /** Open to every origin; Age and Date let a page on another host tell how old the data are. */
    private static final Map<String, String> ALWAYS =
            Map.of(
                    "Access-Control-Allow-Origin", "*",
                    "Access-Control-Expose-Headers", "Age, Date, ETag, Retry-After",
                    "X-Content-Type-Options", "nosniff");

    private Answers() {}

    static Response document(Request request, Rendered document, Map<String, String> more) {
        Coding coding = document.coding(AcceptEncoding.choose(request.header("accept-encoding")));
        String etag = document.etag(coding);
        Map<String, String> headers = new HashMap<>(ALWAYS);
        headers.putAll(more);
        headers.put("Cache-Control", document.cacheControl());
        headers.put("ETag", etag);
        headers.put("Vary", "Accept-Encoding");
        if (IfNoneMatch.has(request.header("if-none-match"), etag)) {
            return new Response(304, headers, NO_BODY);
        }
        headers.put("Content-Type", document.contentType());
        if (coding == Coding.GZIP) {
            headers.put("Content-Encoding", "gzip");
        }
        if (isHead(request)) {
            return withoutBody(200, headers, document.length(coding));
        }
        return new Response(200, headers, document.body(coding));
    }

    static Response error(Request request, ErrorJson error, Map<String, String> more) {
        byte[] body = error.bytes();
        Map<String, String> headers = new HashMap<>(ALWAYS);
        headers.putAll(more);
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Type", "application/json; charset=utf-8");
        return isHead(request)
                ? withoutBody(error.status(), headers, body.length)
                : new Response(error.status(), headers, body);
    }

    static Response methodNotAllowed(Request request) {
        String message = "only GET and HEAD are served here, not " + Echo.of(request.method());
        return error(
                request,
                new ErrorJson(405, "method_not_allowed", message, Optional.empty()),
                Map.of("Allow", METHODS));
    }

    static Response unavailable(Request request) {
        String message = "the first round has not ended yet; try again in a few seconds";
        return error(
                request,
                new ErrorJson(503, "unavailable", message, Optional.empty()),
                Map.of("Retry-After", RETRY_SECONDS));
    }

    /** If-None-Match is the one header that scripts of other origins must ask leave for. */
    static Response preflight() {
        Map<String, String> headers = new HashMap<>(ALWAYS);
        headers.put("Allow", METHODS);
        headers.put("Access-Control-Allow-Methods", METHODS);
        headers.put("Access-Control-Allow-Headers", "If-None-Match, Cache-Control");
        headers.put("Access-Control-Max-Age", "86400");
        return new Response(204, headers, NO_BODY);
    }

    private static boolean isHead(Request request) {
        return request.method().equals("HEAD");
    }

    private static Response withoutBody(int status, Map<String, String> headers, int length) {
        headers.put("Content-Length", Integer.toString(length));
        return new Response(status, headers, NO_BODY);
    }
}
