package weservstatus.api;

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
 */
public record Request(
        String method, String path, Map<String, String> query, Map<String, String> headers) {
    public Request {
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
