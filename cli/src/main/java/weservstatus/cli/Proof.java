package weservstatus.cli;

import java.net.URI;
import java.util.Map;

/** How a request shows who sends it. */
@FunctionalInterface
interface Proof {
    /** What to send besides: headers by their names. */
    Map<String, String> headers(Unsigned request);

    /** A request before that. */
    @SuppressWarnings("ArrayRecordComponent") // Read once and never compared.
    record Unsigned(String method, URI uri, Map<String, String> headers, byte[] body) {}

    /** A monitor on one machine knows its administrators by a token. */
    static Proof token(String token) {
        return request -> Map.of("Authorization", "Bearer " + token);
    }
}
