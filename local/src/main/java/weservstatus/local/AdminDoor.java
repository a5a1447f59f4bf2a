package weservstatus.local;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import weservstatus.api.Operations;
import weservstatus.api.Request;
import weservstatus.api.Response;
import weservstatus.usecase.Administration;

/**
 * Lets administrators of this machine in: whoever brings the token, over loopback, not through a
 * proxy and not from a page of another site.
 */
final class AdminDoor {
    private static final String PATHS = "/api/v1/admin/";
    private static final String SCHEME = "Bearer ";
    private static final String NAME = "local";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final List<String> OF_PROXIES =
            List.of("forwarded", "x-forwarded-for", "x-forwarded-host", "via");

    private final AdminToken token;
    private final Set<String> hosts;
    private final Operations<Administration> operations;

    /**
     * @param hosts names under which the owner lets administrators in through a proxy
     */
    AdminDoor(AdminToken token, Set<String> hosts, Operations<Administration> operations) {
        this.token = token;
        this.hosts = Set.copyOf(hosts);
        this.operations = operations;
    }

    static boolean takes(Request request) {
        return request.path().startsWith(PATHS);
    }

    Response handle(Request request) {
        return refused(request).orElseGet(() -> operations.handle(request.by(NAME)));
    }

    private Optional<Response> refused(Request request) {
        String host = host(request);
        boolean direct = LOOPBACK.contains(host);
        if (!direct && !hosts.contains(host)) {
            return refused(403, "the admin API answers on this machine only; see --admin-host");
        }
        if (direct && OF_PROXIES.stream().anyMatch(name -> request.header(name).isPresent())) {
            return refused(403, "the admin API does not answer through a proxy; see --admin-host");
        }
        if (isFromAnotherSite(request)) {
            return refused(403, "the admin API does not answer pages of other sites");
        }
        return hasToken(request)
                ? Optional.empty()
                : refused(401, "send the token of the data folder's file admin-token");
    }

    private static String host(Request request) {
        return request.header("host").orElse("").toLowerCase(Locale.ROOT).replaceAll(":\\d+$", "");
    }

    private static boolean isFromAnotherSite(Request request) {
        String host = request.header("host").orElse("");
        boolean otherOrigin =
                request.header("origin")
                        .filter(origin ->
                                !origin.equals("http://" + host)
                                        && !origin.equals("https://" + host))
                        .isPresent();
        boolean crossSite =
                request.header("sec-fetch-site")
                        .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                        .isPresent();
        return otherOrigin || crossSite;
    }

    private boolean hasToken(Request request) {
        return request.header("authorization")
                .filter(value -> value.startsWith(SCHEME))
                .filter(value -> token.is(value.substring(SCHEME.length())))
                .isPresent();
    }

    private static Optional<Response> refused(int status, String reason) {
        String problem =
                "{\"type\":\"urn:weserv-status:problem:not-let-in\",\"title\":\"%s\",\"status\":%d}"
                        .formatted(reason, status);
        Map<String, String> headers =
                Map.of(
                        "Content-Type", "application/problem+json",
                        "Cache-Control", "no-store",
                        "WWW-Authenticate", "Bearer realm=\"weserv-status\"");
        return Optional.of(new Response(status, headers, problem.getBytes(StandardCharsets.UTF_8)));
    }
}
