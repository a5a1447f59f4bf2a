package weservstatus.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import weservstatus.api.Request;
import weservstatus.api.Response;
import weservstatus.api.Routes;

/** Serves the API and the static page on 127.0.0.1. */
public final class Server implements AutoCloseable {
    private static final byte[] NOTHING = new byte[0];
    private static final Map<String, String> ALWAYS =
            Map.of(
                    PagePolicy.HEADER,
                    PagePolicy.STRICT,
                    "X-Content-Type-Options",
                    "nosniff",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cross-Origin-Opener-Policy",
                    "same-origin");

    private final Function<Request, Response> api;
    private final SiteResource site;
    private final Consumer<Throwable> troubles;
    private final Loopback loopback;

    private Server(
            int port,
            Function<Request, Response> api,
            SiteFiles files,
            Consumer<Throwable> troubles) {
        this.api = api;
        this.site = new SiteResource(files);
        this.troubles = troubles;
        this.loopback = Loopback.start(port, this::answer);
    }

    /**
     * Serves until closed.
     *
     * @param port 0 for a free one
     * @param api answers every path of {@link Routes} and all below {@code /api/}
     * @param troubles hears what went wrong inside; the client reads a plain 500
     * @throws PortTaken when another process has the port
     */
    public static Server start(
            int port,
            Function<Request, Response> api,
            SiteFiles files,
            Consumer<Throwable> troubles) {
        return new Server(port, api, files, troubles);
    }

    /** Where the page is to be found. */
    public URI url() {
        return loopback.url();
    }

    @Override
    public void close() {
        loopback.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        Response response = response(exchange);
        Headers headers = exchange.getResponseHeaders();
        ALWAYS.forEach(headers::set);
        response.headers().forEach(headers::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        byte[] body = response.body();
        if (head && body.length > 0) {
            headers.set("Content-Length", Integer.toString(body.length));
        }
        boolean silent = head || body.length == 0;
        exchange.sendResponseHeaders(response.status(), silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    private Response response(HttpExchange exchange) throws IOException {
        if (isTooLarge(exchange)) {
            return new Response(413, Map.of("Connection", "close"), NOTHING);
        }
        try {
            int most = Request.mostBytes(exchange.getRequestURI().getPath());
            byte[] body = exchange.getRequestBody().readNBytes(most + 1);
            if (body.length > most) {
                return new Response(413, Map.of("Connection", "close"), NOTHING);
            }
            Request request = request(exchange).with(body);
            return Routes.serve(request.path()) ? api.apply(request) : site.answer(request);
        } catch (RuntimeException e) {
            troubles.accept(e);
            return plain(500, "something went wrong here; it has been noted");
        }
    }

    private static boolean isTooLarge(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length != null
                && (!length.matches("\\d{1,18}")
                        || Long.parseLong(length)
                                > Request.mostBytes(exchange.getRequestURI().getPath()));
    }

    private static Response plain(int status, String text) {
        return new Response(
                status,
                Map.of("Content-Type", "text/plain; charset=utf-8", "Cache-Control", "no-store"),
                text.getBytes(StandardCharsets.UTF_8));
    }

    private static Request request(HttpExchange exchange) {
        URI uri = exchange.getRequestURI();
        return Request.of(
                exchange.getRequestMethod(),
                Objects.requireNonNullElse(uri.getRawPath(), ""),
                Objects.requireNonNullElse(uri.getRawQuery(), ""),
                headers(exchange.getRequestHeaders()));
    }

    private static Map<String, String> headers(Headers sent) {
        Map<String, String> headers = new HashMap<>();
        sent.forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return headers;
    }
}
