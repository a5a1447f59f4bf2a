package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.process.PackagedFunction;
import weservstatus.process.RuntimeApi;

/** The zip that is deployed, under the runtime client that Lambda uses, in a JVM of its own. */
@ExtendWith(EmulatorExtension.class)
class PackagedFunctionIT {
    private static final Path ZIP = Events.ROOT.resolve("functions/lambda/target/function.zip");
    private static final Path LOG =
            Events.ROOT.resolve("functions/lambda/target/packaged-function.log");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir private Path folder = Path.of("unset");

    @Test
    void theApiAnswersInItsShapeWithoutANetwork() throws Exception {
        Map<String, String> environment = environment("http://127.0.0.1:" + closedPort());
        String event = Events.read(Events.API);

        long start = System.nanoTime();
        JsonNode answer = invoke("StatusApiHandler", environment, event);
        report("status API without a network", start);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(503);
        assertThat(
                        JsonMapper.shared()
                                .readTree(answer.path("body").asString())
                                .at("/error/code")
                                .asString())
                .isEqualTo("unavailable");
    }

    @Test
    void aRoundGoesFromTheSchedulersEventToTheApisAnswer(AwsEndpoint aws) throws Exception {
        try (Watched watched = new Watched();
                DynamoDbClient dynamo = aws.dynamo();
                Mailbox mailbox = new Mailbox(aws)) {
            String bucket = configured(aws, watched);
            String table = DynamoTables.create(dynamo);
            Map<String, String> environment = environment(aws.address().toString());
            environment.putAll(
                    Map.of(
                            Settings.TABLE,
                            table,
                            Settings.BUCKET,
                            bucket,
                            Settings.TOPIC,
                            mailbox.topic(),
                            Settings.ORDERS,
                            mailbox.topic()));

            String before = review(environment);
            JsonNode probed = invoke("ProbeHandler", environment, probeEvent());
            String reviewed = review(environment);
            long start = System.nanoTime();
            JsonNode answer = invoke("StatusApiHandler", environment, Events.read(Events.API));
            report("status API on the emulator", start);

            assertThat(List.of(before, reviewed)).containsOnly(StreamReview.NONE_FAILED);
            assertThat(probed.path("passed").asInt()).isEqualTo(1);
            assertThat(watched.asked()).isEqualTo(1);
            assertThat(rounds(dynamo, table)).isEqualTo(1);
            assertThat(answer.path("statusCode").asInt()).isEqualTo(200);
            JsonNode status = status(answer);
            assertThat(status.path("status").asString()).isEqualTo("operational");
            assertThat(status.at("/checks/good").asInt()).isEqualTo(1);
            assertThat(mailbox.isEmpty()).as("that all works is no news").isTrue();
        }
    }

    @Test
    void aFunctionWithoutItsEnvironmentSaysWhatIsMissing() throws Exception {
        Map<String, String> environment = environment("http://127.0.0.1:" + closedPort());
        environment.remove(Settings.BUCKET);
        try (RuntimeApi api = new RuntimeApi();
                var function = start("ProbeHandler", environment, api)) {
            RuntimeApi.Answered answered =
                    api.invoke(Events.read(Events.PROBE), function.exit(), PATIENCE);

            assertThat(answered.failed()).isTrue();
            assertThat(answered.body())
                    .contains("WESERV_STATUS_BUCKET is missing: set it to the bucket's name");
        }
    }

    @Test
    void aFunctionThatEndsIsNoticedBeforeThePatienceIsOver() throws Exception {
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-XX:+NoSuchOption");
        try (RuntimeApi api = new RuntimeApi();
                var function = start("ProbeHandler", environment, api)) {
            RuntimeApi.Answered answered = api.invoke("{}", function.exit(), PATIENCE);

            assertThat(answered.failed()).isTrue();
            assertThat(answered.body()).isEqualTo("ended with 1");
        }
    }

    private String review(Map<String, String> environment) throws Exception {
        return invoke("ReviewHandler", environment, Events.read(Events.REVIEW)).toString();
    }

    private JsonNode invoke(String handler, Map<String, String> environment, String event)
            throws Exception {
        try (RuntimeApi api = new RuntimeApi();
                var function = start(handler, environment, api)) {
            RuntimeApi.Answered answered = api.invoke(event, function.exit(), PATIENCE);

            assertThat(answered.failed()).as(answered.body()).isFalse();
            return JsonMapper.shared().readTree(answered.body());
        }
    }

    private PackagedFunction start(String handler, Map<String, String> environment, RuntimeApi api)
            throws IOException {
        Map<String, String> whole = new HashMap<>(environment);
        whole.put("AWS_LAMBDA_RUNTIME_API", api.address());
        Path unzipped = Files.createTempDirectory(folder, handler);
        PackagedFunction.unzip(ZIP, unzipped);
        return PackagedFunction.start(
                new PackagedFunction.Setup(
                        unzipped,
                        "weservstatus.lambda." + handler + "::handleRequest",
                        whole,
                        LOG));
    }

    private static Map<String, String> environment(String endpoint) {
        return new HashMap<>(
                Map.of(
                        "AWS_ENDPOINT_URL",
                        endpoint,
                        "AWS_REGION",
                        "eu-central-1",
                        "AWS_ACCESS_KEY_ID",
                        "test",
                        "AWS_SECRET_ACCESS_KEY",
                        "test",
                        "AWS_EC2_METADATA_DISABLED",
                        "true",
                        Settings.TABLE,
                        "table",
                        Settings.BUCKET,
                        "bucket",
                        Settings.LOCATION,
                        "here"));
    }

    /** Due in twenty seconds, so that its slot does not end while the JVM starts. */
    private static String probeEvent() {
        return Events.read(Events.PROBE)
                .replace(Events.DUE, Instant.now().plusSeconds(20).toString());
    }

    /** Returns the name of a new bucket with the configuration in it. */
    private static String configured(AwsEndpoint aws, Watched watched) {
        String bucket = "weserv-status-" + UUID.randomUUID();
        try (S3Client s3 = aws.s3()) {
            s3.createBucket(request -> request.bucket(bucket));
            s3.putObject(
                    request -> request.bucket(bucket).key(Configuration.NAME),
                    RequestBody.fromString(watched.configuration()));
        }
        return bucket;
    }

    private static int rounds(DynamoDbClient dynamo, String table) {
        return dynamo.query(request ->
                        request.tableName(table)
                                .keyConditionExpression("pk = :pk")
                                .expressionAttributeValues(
                                        Map.of(":pk", AttributeValue.fromS("round#here"))))
                .count();
    }

    private static JsonNode status(JsonNode answer) throws IOException {
        byte[] body =
                Base64.getDecoder()
                        .decode(answer.path("body").asString().getBytes(StandardCharsets.UTF_8));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return JsonMapper.shared().readTree(gzip.readAllBytes());
        }
    }

    private static void report(String what, long start) {
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        System.out.println(
                what
                        + ": first answer "
                        + millis
                        + " ms after the start of the JVM,"
                        + " unzipping included");
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
