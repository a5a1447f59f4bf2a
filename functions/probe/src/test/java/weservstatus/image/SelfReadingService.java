package weservstatus.image;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A double of the image service, no recording of one: it answers recorded exchanges over a real
 * socket and adds what no recording holds. It reads its own answers when {@code url=} names them
 * (an AVIF is answered with the PNG that was recorded for the same request, a PNG is mirrored or
 * turned here), keeps an answer from the second request on, and has a page with pictures.
 */
final class SelfReadingService implements AutoCloseable {
    static final String PAGE =
            """
            <!doctype html><title>Pictures</title>
            <img src="/?url=origin.test/card.png&amp;w=320"
              srcset="/?url=origin.test/card.png&amp;w=160 160w, /?url=origin.test/card.png&amp;w=320 320w">
            <img src='https://elsewhere.example/?url=origin.test/card.png'>
            <script src="/?url=origin.test/card.png&amp;w=64"></script>
            <img src="/?url=origin.test/card.png&amp;h=360">
            """;

    /** What is sent. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Served(int status, String type, String cache, byte[] body) {
        Served body(byte[] other) {
            return new Served(status, type, cache, other);
        }

        Served cache(String other) {
            return new Served(status, type, other, body);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final boolean readsItself;
    private final BiFunction<String, Served, Served> lie;
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

    /**
     * @param readsItself whether it fetches from its own address, or refuses as a deny list does
     * @param lie what it makes of its honest answer to a request
     */
    SelfReadingService(boolean readsItself, BiFunction<String, Served, Served> lie)
            throws IOException {
        this.readsItself = readsItself;
        this.lie = lie;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Path and query of every request, in their order. */
    Iterable<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestURI().toString();
        asked.add(request);
        int times = seen.merge(request, 1, Integer::sum);
        Served served = lie.apply(request, told(request).cache(times > 2 ? "HIT" : "MISS"));
        exchange.getResponseHeaders().set("Content-Type", served.type());
        exchange.getResponseHeaders().set("X-Cache-Status", served.cache());
        exchange.sendResponseHeaders(served.status(), served.body().length);
        exchange.getResponseBody().write(served.body());
        exchange.close();
    }

    /** Says so where nothing was recorded, or the monitor would wait for an answer. */
    private Served told(String request) {
        try {
            return honest(request);
        } catch (AssertionError unknown) {
            return error(599, String.valueOf(unknown.getMessage()));
        }
    }

    private Served honest(String request) {
        if (request.equals("/")) {
            return new Served(200, "text/html", "", PAGE.getBytes(StandardCharsets.UTF_8));
        }
        String source = parameter(request, "url");
        boolean own = source.startsWith(url());
        if (own && !readsItself) {
            return error(400, "IP address blocked by policy");
        }
        if (request.contains("/nope.jpg")) {
            return error(302, "The requested URL returned error: 404");
        }
        return own ? readBack(source.substring(url().length()), request) : recorded(request);
    }

    private static Served readBack(String inner, String request) {
        Raster picture = raster(recorded(inner.replace("&output=avif", "&output=png")).body());
        Raster turned = request.contains("&ro=180") ? picture.turned(2) : picture;
        Raster changed = request.contains("&flip") ? turned.flipped() : turned;
        return new Served(200, "image/png", "", Mutants.encoded(changed, "png"));
    }

    /** The pixels of a still. */
    static Raster raster(byte[] body) {
        try {
            Bytes bytes = new Bytes(body);
            PictureFacts facts = PictureFile.read(PictureFile.formatOf(bytes).orElseThrow(), bytes);
            return new PixelDecoder().frames(facts, bytes).getFirst();
        } catch (UnreadableException broken) {
            throw new AssertionError(broken);
        }
    }

    /** The recorded answer, whatever the nonce; a hue counts modulo 360. */
    private static Served recorded(String request) {
        String plain =
                Stream.of(request.substring(2).split("&", -1))
                        .filter(parameter -> !parameter.startsWith("nonce="))
                        .map(parameter -> parameter.equals("hue=420") ? "hue=60" : parameter)
                        .collect(Collectors.joining("&"))
                        .replace("url=origin.test/", "");
        boolean bare = plain.matches("card\\.png&[wh]=\\d+");
        Recording recording = Recording.of(bare ? plain + "&output=png" : plain);
        String type = recording.answer().mediaType();
        return new Served(recording.status(), type, "", recording.bytes());
    }

    private static Served error(int code, String message) {
        String body =
                "{\"status\":\"error\",\"code\":%d,\"message\":\"%s\"}"
                        .formatted(code == 302 ? 404 : code, message);
        return new Served(code, "application/json", "", body.getBytes(StandardCharsets.UTF_8));
    }

    private static String parameter(String request, String name) {
        return Stream.of(request.substring(request.indexOf('?') + 1).split("&", -1))
                .filter(parameter -> parameter.startsWith(name + "="))
                .map(parameter -> parameter.substring(name.length() + 1))
                .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
