package weservstatus.local;

import java.time.Duration;
import java.util.List;
import weservstatus.observe.Header;

/**
 * One recorded answer of a real instance.
 *
 * @param headers as answered, without hop-by-hop headers and Date; {@code {origin}} stands for host
 *     and port of the test card's place
 * @param took how long the instance needed
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, shared and never compared.
record Recording(int status, List<Header> headers, byte[] body, Duration took) {
    Recording {
        headers = List.copyOf(headers);
    }

    /** The same answer to a HEAD request: its headers, no body. */
    Recording withoutBody() {
        return new Recording(status, headers, new byte[0], took);
    }

    Recording withBody(byte[] other) {
        return new Recording(status, headers, other, took);
    }

    boolean isOfType(String mediaType) {
        return contentType().equals(mediaType);
    }

    /** Bodies that may name the origin; a picture never does. */
    boolean isText() {
        return contentType().startsWith("text/") || contentType().equals("application/json");
    }

    private String contentType() {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }
}
