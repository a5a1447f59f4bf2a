package weservstatus.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What makes two requests the same to the image service: method, path, parameters and whether the
 * cache is passed by. The order of parameters means nothing to it, but of a repeated one the first
 * wins, so repeated ones keep their order. A nonce changes nothing and is left out.
 *
 * @param parameters decoded, sorted by name; the place of the test card reads {@code {origin}}
 * @param bypass whether Pragma or Authorization is sent
 */
record RequestKey(String method, String path, List<String> parameters, boolean bypass) {
    static final String ORIGIN = "{origin}";
    private static final String NONCE = "nonce";
    private static final Pattern LOOPBACK =
            Pattern.compile("url=(https?://)?(127\\.0\\.0\\.1|\\[::1]|localhost)([:/].*)?");

    RequestKey {
        parameters = List.copyOf(parameters);
    }

    /**
     * @param pathAndQuery as it goes over the wire
     * @param origin host and port of the test card's place, as this request names it
     */
    static RequestKey of(String method, String pathAndQuery, String origin, boolean bypass) {
        List<String> parameters =
                split(pathAndQuery).stream()
                        .filter(parameter -> !name(parameter).equals(NONCE))
                        .map(parameter -> normal(parameter, origin))
                        .sorted(Comparator.comparing(RequestKey::name))
                        .toList();
        return new RequestKey(method, path(pathAndQuery), parameters, bypass);
    }

    /** Whether the picture lies at an address of this machine that is not the card's place. */
    boolean readsFromLoopback() {
        return parameters.stream().anyMatch(LOOPBACK.asMatchPredicate());
    }

    RequestKey withMethod(String other) {
        return new RequestKey(other, path, parameters, bypass);
    }

    /** The nonce as it was sent, empty without one: a cache tells requests apart by it. */
    static String nonce(String pathAndQuery) {
        return split(pathAndQuery).stream()
                .filter(parameter -> name(parameter).equals(NONCE))
                .findFirst()
                .orElse("");
    }

    private static String path(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        return mark < 0 ? pathAndQuery : pathAndQuery.substring(0, mark);
    }

    private static List<String> split(String pathAndQuery) {
        int mark = pathAndQuery.indexOf('?');
        if (mark < 0) {
            return List.of();
        }
        return Arrays.stream(pathAndQuery.substring(mark + 1).split("&", -1))
                .filter(parameter -> !parameter.isEmpty())
                .toList();
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }

    private static String normal(String parameter, String origin) {
        int equals = parameter.indexOf('=');
        if (equals < 0) {
            return decoded(parameter);
        }
        String value = decoded(parameter.substring(equals + 1));
        return decoded(name(parameter)) + "=" + withPlaceholder(value, origin);
    }

    /** The service takes {@code host/path} for http, so both spellings are the same place. */
    private static String withPlaceholder(String value, String origin) {
        String bare = value.startsWith("http://") ? value.substring(7) : value;
        boolean here = bare.equals(origin) || bare.startsWith(origin + "/");
        return here ? ORIGIN + bare.substring(origin.length()) : value;
    }

    /** A plus sign stays one: the service does not read it as a space. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
