package weservstatus.api;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request as the router sees it.
 *
 * @param method upper case
 * @param path decoded, starting with '/'
 * @param query decoded parameters; of a repeated one the first
 * @param headers names in lower case
 * @param body as it came, empty when there is none; never to be changed
 * @param caller who asks, as proven to whoever let the request in; absent for the public
 */
@SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
public record Request(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        Optional<String> caller) {
    /** A larger one is refused by every server before it comes here, but for parts of an import. */
    public static final int MOST_BYTES = 64 * 1024;

    /** Parts of an import are larger; no page of an export is. */
    private static final int MOST_IMPORTED = 2 * 1024 * 1024;

    private static final byte[] NOTHING = {};

    public Request {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    /** A request of the public, without a body. */
    public Request(
            String method, String path, Map<String, String> query, Map<String, String> headers) {
        this(method, path, query, headers, NOTHING, Optional.empty());
    }

    /**
     * A request as it came over the wire. Every server reads it by these rules: a malformed escape
     * stays as it is, and a '+' in the query is a space.
     *
     * @param rawPath still percent-encoded
     * @param rawQuery still percent-encoded, without '?', empty when there is none
     * @param headers names in any case; of names that differ only in case the last counts
     */
    public static Request of(
            String method, String rawPath, String rawQuery, Map<String, String> headers) {
        Map<String, String> lowerCase = new LinkedHashMap<>();
        headers.forEach((name, value) -> lowerCase.put(name.toLowerCase(Locale.ROOT), value));
        return new Request(method, PercentEncoding.decode(rawPath), query(rawQuery), lowerCase);
    }

    /** How many bytes may come to this path. */
    public static int mostBytes(String path) {
        return path.startsWith("/api/v1/admin/import/") ? MOST_IMPORTED : MOST_BYTES;
    }

    /** The same with what came after its headers. */
    public Request with(byte[] content) {
        return new Request(method, path, query, headers, content, caller);
    }

    /** The same from somebody who has proven who it is. */
    public Request by(String name) {
        return new Request(method, path, query, headers, body, Optional.of(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (!name.isEmpty()) {
                parameters.putIfAbsent(decoded(name), decoded(value));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return PercentEncoding.decode(text.replace('+', ' '));
    }
}
