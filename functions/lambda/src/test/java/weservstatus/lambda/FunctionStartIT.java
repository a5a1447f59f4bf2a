package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import weservstatus.process.PackagedFunction;
import weservstatus.process.RuntimeApi;

/**
 * What the functions do before their first event: they rehearse it, change nothing and load no more
 * than they use.
 */
@ExtendWith(EmulatorExtension.class)
class FunctionStartIT {
    private static final Path ZIP = Events.ROOT.resolve("functions/lambda/target/function.zip");

    /** What Lambda tells org.crac: who calls its hooks. */
    private static final String CRAC_OF_LAMBDA =
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final AwsEndpoint aws;
    private final Path folder;
    private final Path log;
    private final String bucket = "weserv-status-" + UUID.randomUUID();

    FunctionStartIT(AwsEndpoint aws, @TempDir Path folder) {
        this.aws = aws;
        this.folder = folder;
        this.log = folder.resolve("function.log");
    }

    @BeforeEach
    void unzip() throws IOException {
        PackagedFunction.unzip(ZIP, folder.resolve("package"));
        try (S3Client s3 = aws.s3()) {
            s3.createBucket(request -> request.bucket(bucket));
        }
    }

    /** Beginnings of the names of classes that a function has no use for. */
    @ParameterizedTest
    @CsvSource({
        "ProbeHandler,     sns cloudwatch mail",
        "ReviewHandler,    okhttp dns imageio webp mail",
        "RollUpHandler,    okhttp dns imageio webp mail",
        "NotifyHandler,    cloudwatch imageio webp dns",
        "StatusApiHandler, sns cloudwatch okhttp dns imageio webp mail yaml",
        "AdminHandler,     cloudwatch okhttp dns imageio webp mail",
        "IntakeHandler,    sns cloudwatch okhttp dns imageio webp mail",
    })
    void aFunctionIsRehearsedWithoutATraceAndLoadsOnlyWhatItUses(String handler, String unused)
            throws Exception {
        try (Watched watched = new Watched();
                DynamoDbClient dynamo = aws.dynamo();
                Mailbox mailbox = new Mailbox(aws);
                RuntimeApi api = new RuntimeApi()) {
            configure(watched);
            String table = DynamoTables.create(dynamo);
            Map<String, String> environment = environment(api, table, mailbox.topic());
            Path classes = folder.resolve("classes");
            try (PackagedFunction function =
                    PackagedFunction.start(
                            setup(handler, environment), "-Xlog:class+load:file=" + classes)) {
                api.ready().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(function.exit()).isNotDone();
            }

            assertThat(Files.readString(log)).contains("rehearsed").doesNotContain("trouble");
            assertThat(dynamo.scan(request -> request.tableName(table)).items()).isEmpty();
            assertThat(objects()).containsExactly(Configuration.NAME);
            assertThat(mailbox.isEmpty()).isTrue();
            assertThat(watched.asked()).isZero();
            assertThat(Files.readAllLines(classes)).noneMatch(line -> isOneOf(line, unused));
        }
    }

    private static boolean isOneOf(String line, String names) {
        return List.of(names.split(" ", -1)).stream()
                .map(FunctionStartIT::beginning)
                .anyMatch(line::contains);
    }

    private static String beginning(String name) {
        return switch (name) {
            case "sns", "cloudwatch" -> " software.amazon.awssdk.services." + name + ".";
            case "okhttp" -> " okhttp3.";
            case "dns" -> " org.xbill.";
            case "imageio" -> " javax.imageio.";
            case "webp" -> " com.twelvemonkeys.";
            case "mail" -> " jakarta.mail.";
            case "yaml" -> " org.snakeyaml.";
            default -> throw new IllegalArgumentException(name);
        };
    }

    @Test
    void aFunctionThatWasFrozenAnswersAfterItsRestore() throws Exception {
        try (Watched watched = new Watched();
                DynamoDbClient dynamo = aws.dynamo();
                RuntimeApi api = new RuntimeApi()) {
            configure(watched);
            Map<String, String> environment =
                    environment(api, DynamoTables.create(dynamo), "arn:aws:sns:none");
            environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
            try (PackagedFunction function =
                    PackagedFunction.start(
                            setup("StatusApiHandler", environment), CRAC_OF_LAMBDA)) {
                api.checkpoint().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                assertThat(api.ready()).isNotDone();
                assertThat(Files.readString(log).split("\"event\":\"rehearsed\"", -1)).hasSize(3);
                api.restore();

                RuntimeApi.Answered answered =
                        api.invoke(Events.read(Events.API), function.exit(), PATIENCE);
                assertThat(answered.failed()).as(answered.body()).isFalse();
                assertThat(answered.body()).contains("\"statusCode\":503");
            }
        }
    }

    private PackagedFunction.Setup setup(String handler, Map<String, String> environment) {
        return new PackagedFunction.Setup(
                folder.resolve("package"),
                "weservstatus.lambda." + handler + "::handleRequest",
                environment,
                log);
    }

    private void configure(Watched watched) {
        try (S3Client s3 = aws.s3()) {
            s3.putObject(
                    request -> request.bucket(bucket).key(Configuration.NAME),
                    RequestBody.fromString(watched.configuration()));
        }
    }

    private List<String> objects() {
        try (S3Client s3 = aws.s3()) {
            return new S3Blobs(s3, bucket).list("");
        }
    }

    private Map<String, String> environment(RuntimeApi api, String table, String topic) {
        return new HashMap<>(
                Map.ofEntries(
                        Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
                        Map.entry("AWS_ENDPOINT_URL", aws.address().toString()),
                        Map.entry("AWS_REGION", "eu-central-1"),
                        Map.entry("AWS_ACCESS_KEY_ID", "test"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "test"),
                        Map.entry("AWS_EC2_METADATA_DISABLED", "true"),
                        Map.entry(Settings.TABLE, table),
                        Map.entry(Settings.BUCKET, bucket),
                        Map.entry(Settings.LOCATION, "here"),
                        Map.entry(Settings.TOPIC, topic),
                        Map.entry(Settings.ORDERS, topic)));
    }
}
