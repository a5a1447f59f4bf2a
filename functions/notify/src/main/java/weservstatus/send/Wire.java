package weservstatus.send;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import okio.BufferedSource;
import weservstatus.notify.Post;

/**
 * Sends one request over a connection of its own: no redirect is followed, no proxy is used,
 * nothing is sent twice, and neither an endless nor a slow answer holds it up.
 */
final class Wire {
    /** For the whole exchange; the services that we speak to answer within a second or two. */
    static final Duration USUAL_LIMIT = Duration.ofSeconds(10);

    /** What is read of an answer: a page of 100 issues of GitHub takes some 600 kB. */
    private static final long MOST_BYTES = 2 * 1024 * 1024;

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

    private final OkHttpClient open;
    private final OkHttpClient guarded;
    private final Duration limit;
    private final InstantSource clock;

    Wire(Duration limit, InstantSource clock) {
        this.limit = limit;
        this.clock = clock;
        this.open =
                new OkHttpClient.Builder()
                        .proxy(Proxy.NO_PROXY)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .callTimeout(limit)
                        .build();
        this.guarded = open.newBuilder().socketFactory(new GuardedSockets()).build();
    }

    /**
     * @param privateAllowed whether the receiver may lie in a private network
     */
    Reply send(Post post, boolean privateAllowed) {
        Request request;
        try {
            request = request(post);
        } catch (IllegalArgumentException e) {
            return new Reply.Forbidden("the receiver's address cannot be used");
        }
        return send(request, privateAllowed ? open : guarded);
    }

    private Reply send(Request request, OkHttpClient client) {
        try (Response response = client.newCall(request).execute()) {
            String body = beginning(response);
            Optional<String> retry = Optional.ofNullable(response.header("Retry-After"));
            return new Reply.Answered(
                    response.code(), RetryAfter.of(retry, body, clock.instant()), body);
        } catch (IOException e) {
            return isForbidden(e)
                    ? new Reply.Forbidden(PrivateAddress.REASON)
                    : new Reply.Lost(reason(e));
        }
    }

    private static Request request(Post post) {
        Request.Builder request = new Request.Builder().url(post.uri().toString());
        post.headers().forEach(request::header);
        request.header("User-Agent", "weserv-status");
        boolean bare = post.method().equals("GET");
        return request.method(post.method(), bare ? null : new OneShot(post.body())).build();
    }

    /**
     * A body that is never sent again over another connection: its receiver may have it already.
     */
    private static final class OneShot extends RequestBody {
        private final byte[] bytes;

        OneShot(String body) {
            this.bytes = body.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public MediaType contentType() {
            return JSON;
        }

        @Override
        public long contentLength() {
            return bytes.length;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            sink.write(bytes);
        }
    }

    private static String beginning(Response response) throws IOException {
        BufferedSource source = response.body().source();
        source.request(MOST_BYTES);
        long length = Math.min(source.getBuffer().size(), MOST_BYTES);
        return source.getBuffer().readString(length, StandardCharsets.UTF_8);
    }

    private static boolean isForbidden(Throwable trouble) {
        for (Throwable each = trouble; each != null; each = each.getCause()) {
            if (each instanceof PrivateAddress) {
                return true;
            }
        }
        return false;
    }

    /** Without the exception's own words, which hold the address. */
    private String reason(IOException trouble) {
        return switch (trouble) {
            case InterruptedIOException _ ->
                    "the receiver did not answer within " + limit.toMillis() + " ms";
            case UnknownHostException _ -> "the receiver's name is not known";
            case ConnectException _ -> "the receiver takes no connection";
            case NoRouteToHostException _ -> "no route leads to the receiver";
            case SSLException _ -> "TLS with the receiver failed";
            default -> "the connection to the receiver broke off";
        };
    }
}
