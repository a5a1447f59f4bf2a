package weservstatus.notify;

import java.net.URI;
import java.util.Map;

/**
 * One HTTP request to a receiver. Its address, headers and body may hold secrets, so it is never
 * written out.
 *
 * @param method such as {@code POST}
 * @param body JSON; empty for GET
 */
public record Post(String method, URI uri, Map<String, String> headers, String body) {
    public Post {
        headers = Map.copyOf(headers);
    }

    static Post json(URI uri, Map<String, String> headers, String body) {
        return new Post("POST", uri, headers, body);
    }

    @Override
    public String toString() {
        return method + " to a channel, " + body.length() + " characters";
    }
}
