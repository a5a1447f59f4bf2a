package weservstatus.probe;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import okhttp3.HttpUrl;
import weservstatus.check.HttpCheck;
import weservstatus.check.Target;

/**
 * The address that a check asks for: target, then the check's path and query as they are written.
 *
 * <p>Nothing that is percent-encoded already is encoded again; characters that may not stand in an
 * address are percent-encoded as UTF-8. Dot segments are resolved, as by every client.
 */
final class RequestUrl {
    private static final String EVERYWHERE =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&()*+,;=:@/";
    private static final String IN_PATH = EVERYWHERE + "'";
    private static final String IN_QUERY = EVERYWHERE + "?[]";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private RequestUrl() {}

    static HttpUrl of(HttpCheck check, Target target, String nonce) {
        String path =
                check.path()
                        .replace("{nonce}", nonce)
                        .replace("{origin}", target.origin().map(RequestUrl::origin).orElse(""));
        return HttpUrl.get(bare(target.url()) + encoded(path.startsWith("/") ? path : "/" + path));
    }

    /**
     * The folder of the test card as weserv's users write it: {@code host/folder} for http, the
     * whole address for https.
     */
    static String origin(URI folder) {
        String whole = bare(folder);
        String http = "http://";
        return whole.regionMatches(true, 0, http, 0, http.length())
                ? whole.substring(http.length())
                : whole;
    }

    /** The check with that folder's address in what it expects. */
    static HttpCheck expecting(HttpCheck check, Target target) {
        return target.origin()
                .map(RequestUrl::bare)
                .map(folder ->
                        check.expecting(
                                check.expectations().stream()
                                        .map(each -> each.from(folder))
                                        .toList()))
                .orElse(check);
    }

    private static String bare(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String encoded(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        if (mark < 0) {
            return encoded(pathAndQuery, IN_PATH);
        }
        return encoded(pathAndQuery.substring(0, mark), IN_PATH)
                + '?'
                + encoded(pathAndQuery.substring(mark + 1), IN_QUERY);
    }

    private static String encoded(String text, String allowed) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var result = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xff);
            if (allowed.indexOf(c) >= 0 || (c == '%' && isEscape(bytes, i))) {
                result.append(c);
            } else {
                result.append('%').append(HEX.toHexDigits(bytes[i]));
            }
        }
        return result.toString();
    }

    private static boolean isEscape(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && HexFormat.isHexDigit(bytes[at + 1])
                && HexFormat.isHexDigit(bytes[at + 2]);
    }
}
