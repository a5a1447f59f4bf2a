package weservstatus.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Absolute http and https URLs. */
final class Urls {
    private static final String AUTHORITY = "^https?://[^\\s/?#@]+";

    static final Refusal NO_SERVER =
            new Refusal(
                    "is not the URL of a server",
                    "write scheme and host without a path, like https://wsrv.nl");
    static final Refusal NO_FOLDER =
            new Refusal(
                    "is not the URL of a folder",
                    "write it without ? and #, like https://status.example.org/card");

    private Urls() {}

    /** A page or an object; no fragment, no user. */
    static Reader<URI> any() {
        return any("write it like https://status.example.org/");
    }

    static Reader<URI> any(String remedy) {
        Refusal refusal = new Refusal("is not an http or https URL", remedy);
        return reader(Urls::parse, refusal, AUTHORITY + "([/?][^\\s#]*)?$");
    }

    /** Scheme, host and port; a single closing slash is taken and left out. */
    static Reader<URI> server() {
        return reader(Urls::server, NO_SERVER, AUTHORITY + "/?$");
    }

    /** A folder; a closing slash is taken and left out. */
    static Reader<URI> folder() {
        return reader(Urls::folder, NO_FOLDER, AUTHORITY + "(/[^\\s?#]*)?$");
    }

    static Optional<URI> server(String text) {
        return folder(text).filter(uri -> uri.getRawPath().isEmpty());
    }

    static Optional<URI> folder(String text) {
        return parse(text).filter(uri -> uri.getRawQuery() == null).map(Urls::withoutClosingSlash);
    }

    private static Reader<URI> reader(
            Function<String, Optional<URI>> parse, Refusal refusal, String pattern) {
        return new Scalar<>(
                Set.of(Tag.STR), parse, refusal, Map.of("type", "string", "pattern", pattern));
    }

    static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            boolean reachable =
                    uri.getHost() != null && uri.getPort() != 0 && uri.getPort() <= 65_535;
            boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
            return http && reachable && plain ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static URI withoutClosingSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }
}
