package weservstatus.lambda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Lets requests through that only read. All others end here and are answered as if AWS had done
 * what they ask for: nothing that a {@link Rehearsal} does changes anything.
 */
final class ReadingClient implements SdkHttpClient {
    private static final Set<String> READS =
            Set.of(
                    "DynamoDB_20120810.GetItem",
                    "DynamoDB_20120810.Query",
                    "AmazonSSM.GetParameter");
    private static final Set<SdkHttpMethod> READING = Set.of(SdkHttpMethod.GET, SdkHttpMethod.HEAD);
    private static final Answer WRITTEN = new Answer("application/x-amz-json-1.0", "{}");
    private static final Answer KEPT = new Answer("application/xml", "");

    /** In CBOR, a map without entries. */
    private static final Answer MEASURED = new Answer("application/cbor", "\u00a0");

    private static final Answer PUBLISHED =
            new Answer(
                    "text/xml",
                    "<PublishResponse><PublishResult><MessageId>none</MessageId></PublishResult></PublishResponse>");

    private final SdkHttpClient network;
    private final BooleanSupplier over;

    /**
     * What is answered.
     *
     * @param body one character for each byte
     */
    private record Answer(String type, String body) {}

    /**
     * A client that is of use for a while.
     *
     * @param over whether the rehearsal has lasted long enough; from then on every request fails,
     *     so that nothing can wait for ever for what it has written
     */
    ReadingClient(SdkHttpClient network, BooleanSupplier over) {
        this.network = network;
        this.over = over;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        if (over.getAsBoolean()) {
            throw new IllegalStateException("the rehearsal takes too long");
        }
        return reads(request.httpRequest())
                ? network.prepareRequest(request)
                : new Swallowed(request);
    }

    private static boolean reads(SdkHttpRequest request) {
        return READING.contains(request.method())
                || request.firstMatchingHeader("X-Amz-Target").filter(READS::contains).isPresent();
    }

    @Override
    public void close() {
        network.close();
    }

    /** A request that goes nowhere; its body is read as if it was sent. */
    private record Swallowed(HttpExecuteRequest request) implements ExecutableHttpRequest {
        @Override
        public HttpExecuteResponse call() {
            request.contentStreamProvider().ifPresent(Swallowed::read);
            Answer answer = answer(request.httpRequest());
            SdkHttpResponse head =
                    SdkHttpResponse.builder()
                            .statusCode(200)
                            .putHeader("Content-Type", answer.type())
                            .putHeader("Content-Length", Integer.toString(answer.body().length()))
                            .putHeader("smithy-protocol", "rpc-v2-cbor")
                            .build();
            return HttpExecuteResponse.builder()
                    .response(head)
                    .responseBody(
                            AbortableInputStream.create(
                                    new ByteArrayInputStream(
                                            answer.body().getBytes(StandardCharsets.ISO_8859_1))))
                    .build();
        }

        private static void read(ContentStreamProvider body) {
            try (InputStream stream = body.newStream()) {
                stream.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Answer answer(SdkHttpRequest request) {
            Optional<String> target = request.firstMatchingHeader("X-Amz-Target");
            if (target.isPresent()) {
                return WRITTEN;
            }
            if (request.method() != SdkHttpMethod.POST) {
                return KEPT;
            }
            return request.encodedPath().startsWith("/service/") ? MEASURED : PUBLISHED;
        }

        @Override
        public void abort() {
            // Nothing is under way.
        }
    }
}
