package weservstatus.observe;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A complete HTTP answer.
 *
 * @param body after content decoding, bounded by the probe; treat it as immutable
 * @param httpVersion such as {@code HTTP/1.1}
 * @param remoteAddress IP literal that answered
 */
@SuppressWarnings("ArrayRecordComponent") // A body is large and read once; it is never compared.
public record Answer(
        int status,
        List<Header> headers,
        byte[] body,
        String httpVersion,
        String remoteAddress,
        Optional<TlsFacts> tls) {
    public Answer {
        headers = List.copyOf(headers);
    }

    /** The first value of the header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** Media type in lower case without parameters, empty when there is none. */
    public String mediaType() {
        String value = header("Content-Type").orElse("");
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
