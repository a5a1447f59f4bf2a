package weservstatus.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A request as it came to the proxy.
 *
 * @param request path and query
 */
record Asked(String method, String request) {

    boolean has(String parameter) {
        return Arrays.asList(parameters()).stream()
                .anyMatch(each -> each.equals(parameter) || each.startsWith(parameter + "="));
    }

    /** Whether the request holds the text, such as {@code card.png&w=320}. */
    boolean says(String text) {
        return request.contains(text);
    }

    /** Whether the request is one that no cache can know. */
    boolean isNew() {
        return has("nonce");
    }

    Asked without(String parameter) {
        String kept =
                Arrays.stream(parameters())
                        .filter(each ->
                                !each.equals(parameter) && !each.startsWith(parameter + "="))
                        .collect(Collectors.joining("&"));
        return new Asked(method, kept.isEmpty() ? path() : path() + "?" + kept);
    }

    /** With another value; the same request where it lacks the parameter. */
    Asked with(String parameter, String value) {
        return has(parameter)
                ? new Asked(method, without(parameter).request + "&" + parameter + "=" + value)
                : this;
    }

    Asked withAlso(String parameter) {
        return new Asked(method, request + "&" + parameter);
    }

    private String path() {
        return request.split("\\?", 2)[0];
    }

    private String[] parameters() {
        String[] parts = request.split("\\?", 2);
        return parts.length < 2 ? new String[0] : parts[1].split("&", -1);
    }
}
