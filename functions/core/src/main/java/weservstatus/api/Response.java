package weservstatus.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP answer, complete but for what the server adds (Date, Connection and, where there is a
 * body, Content-Length). The answer to HEAD has no body and brings its Content-Length along.
 *
 * @param headers names as they are to be sent
 * @param body empty for 204, 304 and HEAD; shared, never to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Built once per snapshot and shared; never compared.
public record Response(int status, Map<String, String> headers, byte[] body) {
    public Response {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }
}
