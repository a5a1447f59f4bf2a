package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import weservstatus.check.LocationId;
import weservstatus.store.Blobs;
import weservstatus.store.Table;
import weservstatus.store.TestClock;
import weservstatus.time.Slot;
import weservstatus.usecase.Confirmer;

/** The product's adapters over a client that lets through only what reads. */
class ReadingClientTest {
    private static final Table.Key KEY = new Table.Key("p", "s");
    private static final TestClock CLOCK = new TestClock(Instant.parse(Events.DUE));

    private final List<String> arrived = new CopyOnWriteArrayList<>();
    private volatile boolean over;
    private final HttpServer server;
    private final SdkHttpClient http =
            new ReadingClient(UrlConnectionHttpClient.create(), () -> over);
    private final AwsEndpoint aws;

    ReadingClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
                    arrived.add(target == null ? exchange.getRequestMethod() : target);
                    byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        aws = new AwsEndpoint(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatReadsArrives() {
        table().get(KEY);
        table().query(Table.Query.of("p"));
        blobs().get("a");

        assertThat(arrived)
                .containsExactly("DynamoDB_20120810.GetItem", "DynamoDB_20120810.Query", "GET");
    }

    @Test
    void whatWritesSucceedsAndDoesNotArrive() {
        Table.Item item = Table.Item.of(KEY, "{}");
        assertThat(table().put(item, Table.Condition.ABSENT)).isTrue();
        assertThat(table().delete(KEY, Table.Condition.versionIs(3))).isTrue();
        assertThat(table().transact(List.of(new Table.Write.Put(item, Table.Condition.ABSENT))))
                .isTrue();
        blobs().put("a", new Blobs.Blob(new byte[2_000], "text/plain"));
        blobs().delete("a");

        assertThat(arrived).isEmpty();
    }

    @Test
    void whatIsToldDoesNotArrive() {
        SnsClient sns = aws.at(SnsClient.builder()).httpClient(http).build();
        new SnsConfirmer(sns, "arn:aws:sns:eu-central-1:123456789012:orders").confirm(order());
        CloudWatchClient cloudWatch = aws.at(CloudWatchClient.builder()).httpClient(http).build();
        new CloudWatchMetrics(() -> cloudWatch, "status")
                .put(Map.of("Coverage", 100.0), CLOCK.instant());

        assertThat(arrived).isEmpty();
    }

    @Test
    void aRehearsalThatLastsTooLongEnds() {
        over = true;

        assertThatThrownBy(() -> table().get(KEY)).hasStackTraceContaining("takes too long");
        assertThat(arrived).isEmpty();
    }

    private static Confirmer.Order order() {
        Slot slot = Slot.containing(CLOCK.instant(), Duration.ofMinutes(1));
        return new Confirmer.Order(new LocationId("here"), slot, 1, Set.of());
    }

    private Table table() {
        DynamoDbClient client = aws.at(DynamoDbClient.builder()).httpClient(http).build();
        return new DynamoTable(client, "table", CLOCK);
    }

    private Blobs blobs() {
        S3Client client = aws.at(S3Client.builder()).forcePathStyle(true).httpClient(http).build();
        return new S3Blobs(client, "bucket");
    }
}
