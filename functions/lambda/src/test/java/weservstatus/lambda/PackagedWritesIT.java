package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.process.PackagedFunction;
import weservstatus.process.RuntimeApi;
import weservstatus.store.Table;

/**
 * What comes from outside, through the zip that is deployed and over the emulator to who hears of
 * it: a heartbeat, a visitor's subscription, an Alertmanager's call; topic and webhook.
 */
@ExtendWith(EmulatorExtension.class)
class PackagedWritesIT {
    private static final Path ZIP = Events.ROOT.resolve("functions/lambda/target/function.zip");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String HEARTBEAT =
            """
              - id: backup
                name: Backup
                why: It must run each day.
                component: website
                heartbeat: {interval: 1d, grace: 1h, tokenFrom: BEAT_TOKEN}
            """;

    private final AwsEndpoint aws;
    private final Path folder;
    private final String name = "weserv-status-" + UUID.randomUUID();
    private final BlockingQueue<String> hooked = new LinkedBlockingQueue<>();

    PackagedWritesIT(AwsEndpoint aws, @TempDir Path folder) throws IOException {
        this.aws = aws;
        this.folder = folder;
        PackagedFunction.unzip(ZIP, folder.resolve("package"));
    }

    @Test
    void whatStrangersSendIsKeptAndToldToTopicAndWebhook() throws Exception {
        HttpServer hook = hook();
        try (Watched watched = new Watched();
                DynamoDbClient dynamo = aws.dynamo();
                Mailbox mailbox = new Mailbox(aws)) {
            String table = DynamoTables.create(dynamo);
            configure(watched, hook.getAddress().getPort());
            Map<String, String> environment = environment(table, mailbox.topic());
            Table kept = new DynamoTable(dynamo, table, InstantSource.system());

            List<JsonNode> answers =
                    invoke(
                            "IntakeHandler",
                            environment,
                            Events.read(Events.PUSH),
                            Events.read(Events.SUBSCRIBE),
                            Events.read(Events.ALERT));
            invoke("NotifyHandler", environment, Events.read(Events.NOTIFY));

            assertThat(answers)
                    .extracting(answer -> answer.path("statusCode").asInt())
                    .containsExactly(200, 202, 200);
            assertThat(kept.get(new Table.Key("beat", "backup"))).isPresent();
            assertThat(aws.subscribers(mailbox.topic())).contains("ada@example.org");
            assertThat(kept.list(Table.Query.of("incident"))).hasSize(1);
            JsonNode told = JsonMapper.shared().readTree(hooked.poll(20, TimeUnit.SECONDS));
            assertThat(told.path("type").asString()).isEqualTo("incident.opened");
            assertThat(told.toString()).contains("The queue is full");
            assertThat(mailbox.receive(20).toString()).contains("The queue is full");
            assertThat(kept.list(Table.Query.of("outbox-open"))).isEmpty();
            assertThat(kept.list(Table.Query.of("outbox-pending"))).isEmpty();
            assertThat(kept.list(Table.Query.of("outbox-record"))).hasSize(2);
        } finally {
            hook.stop(0);
        }
    }

    private HttpServer hook() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                exchange -> {
                    hooked.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private void configure(Watched watched, int port) {
        String more =
                """
                channels:
                  - id: hook
                    allowPrivate: true
                    webhook: {url: "http://127.0.0.1:%d/hook", secret: HOOK_KEY}
                alerts:
                  - id: am
                    tokenFrom: AM_TOKEN
                    rules:
                      - {labels: {alertname: Full}, component: website, status: partial_outage}
                """
                        .formatted(port);
        try (S3Client s3 = aws.s3();
                SsmClient parameters =
                        aws.at(SsmClient.builder())
                                .httpClientBuilder(UrlConnectionHttpClient.builder())
                                .build()) {
            s3.createBucket(request -> request.bucket(name));
            s3.putObject(
                    request -> request.bucket(name).key(Configuration.NAME),
                    RequestBody.fromString(watched.configuration(more, "") + HEARTBEAT));
            Map.of(
                            "HOOK_KEY", "whsec_" + "QUJD".repeat(12),
                            "AM_TOKEN", "x7Kq-first_0123456789",
                            "BEAT_TOKEN", "a-token-of-sixteen-or-more")
                    .forEach((secret, value) ->
                            parameters.putParameter(request ->
                                    request.name("/" + name + "/" + secret)
                                            .type(ParameterType.SECURE_STRING)
                                            .value(value)));
        }
    }

    /** The answers of one process to the events, one after the other. */
    private List<JsonNode> invoke(String handler, Map<String, String> environment, String... events)
            throws Exception {
        try (RuntimeApi api = new RuntimeApi()) {
            Map<String, String> whole = new HashMap<>(environment);
            whole.put("AWS_LAMBDA_RUNTIME_API", api.address());
            List<JsonNode> answers = new ArrayList<>();
            try (PackagedFunction function =
                    PackagedFunction.start(
                            new PackagedFunction.Setup(
                                    folder.resolve("package"),
                                    "weservstatus.lambda." + handler + "::handleRequest",
                                    whole,
                                    folder.resolve("function.log")))) {
                for (String event : events) {
                    RuntimeApi.Answered answered = api.invoke(event, function.exit(), PATIENCE);
                    assertThat(answered.failed()).as(answered.body()).isFalse();
                    answers.add(JsonMapper.shared().readTree(answered.body()));
                }
            }
            return answers;
        }
    }

    private Map<String, String> environment(String table, String topic) {
        return Map.ofEntries(
                Map.entry("AWS_ENDPOINT_URL", aws.address().toString()),
                Map.entry("AWS_REGION", "eu-central-1"),
                Map.entry("AWS_ACCESS_KEY_ID", "test"),
                Map.entry("AWS_SECRET_ACCESS_KEY", "test"),
                Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
                Map.entry(Settings.TABLE, table),
                Map.entry(Settings.BUCKET, name),
                Map.entry(Settings.LOCATION, "here"),
                Map.entry(Settings.TOPIC, topic),
                Map.entry(Settings.PARAMETERS, "/" + name + "/"));
    }
}
