package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The life of a stack on an emulated account, from its deployment to its removal: template and zip
 * as they are, each function with its own role. The steps follow on each other.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmulatedIT {
    private static final String STACK = "status";
    private static final String CODE = "deployments";

    /** Rounds of five seconds, so that an outage and its end are over soon. */
    private static final String PACE =
            "pace: {round: 5s, confirmAfter: 1s, staleAfter: 150s, recoverAfter: 15s}\n";

    private static final int MOST_ROUNDS = 24;

    private final Emulated account;
    private final AwsEndpoint aws;
    private final Watched watched = new Watched();
    private final Subscriber subscriber = new Subscriber();
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private Map<String, String> outputs = Map.of();

    EmulatedIT(@TempDir Path folder) throws Exception {
        this.account = Emulated.start(folder);
        this.aws = account.endpoint();
    }

    @BeforeAll
    void aBucketForCode() {
        try (S3Client s3 = aws.s3()) {
            s3.createBucket(request -> request.bucket(CODE));
        }
    }

    @AfterAll
    void close() {
        mailboxes.forEach(Mailbox::close);
        subscriber.close();
        account.close();
        watched.close();
    }

    @Test
    @Order(1)
    void badInputIsRefusedBeforeAnythingExists() throws Exception {
        Emulated.Said said = deploy("AlertEmail=nobody");

        assertThat(said.code()).isNotZero();
        assertThat(said.text())
                .contains("AlertEmail must be one address such as ops@example.org, or empty");
        assertThat(aws.functions()).isEmpty();
    }

    @Test
    @Order(2)
    void theTemplateIsDeployedAsItIs() throws Exception {
        Emulated.Said said = deploy("AlarmEmail=ops@example.org");

        assertThat(said.code()).as(said.text()).isZero();
        outputs = account.outputs(STACK, Emulated.REGION);
        try (S3Client s3 = aws.s3()) {
            put(s3, Configuration.NAME, watched.configuration(PACE));
            put(s3, "site/index.html", "<!doctype html><title>Test status</title>");
        }
        mailboxes.add(Mailbox.of(aws, output("TopicArn")));
        mailboxes.add(Mailbox.of(aws, output("AlarmTopicArn")));
        aws.subscribe(output("TopicArn"), subscriber.url());
    }

    @Test
    @Order(3)
    void theSchedulerSetsOffRoundReviewSnapshotAndNews() throws Exception {
        assertThat(subject(mailboxes.getFirst().take(1)))
                .containsExactly("[operational] Test status, before: unknown");
        assertThat(status().path("status").asString()).isEqualTo("operational");
    }

    @Test
    @Order(4)
    void theApiAnswersByItsRouteAndThePageByTheCdn() throws Exception {
        HostRequest cdn = new HostRequest(aws.address(), output("CdnDomain"));
        HostRequest.Answered page = cdn.get("/");
        JsonNode api = api("/api/v1/status");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Test status</title>");
        assertThat(page.head().toLowerCase(Locale.ROOT))
                .contains("content-security-policy: default-src 'none'", "strict-transport");
        assertThat(api.path("status").asString()).isEqualTo("operational");
    }

    @Test
    @Order(5)
    void aBrokenTargetIsToldToQueueAndProgram() throws Exception {
        watched.answers(500);

        assertThat(told("[major_outage]")).isPresent();
        assertThat(subscriber.next("[major_outage]", 20)).isPresent();
        assertThat(api("/api/v1/status").path("status").asString()).isEqualTo("major_outage");
        assertThat(status().path("status").asString()).isEqualTo("major_outage");
    }

    @Test
    @Order(6)
    void itsEndIsToldToo() throws Exception {
        watched.answers(200);

        assertThat(told("[operational]")).isPresent();
        assertThat(subscriber.next("[operational]", 20)).isPresent();
    }

    @Test
    @Order(7)
    void anAlarmReachesItsOwnTopicAlone() {
        try (CloudWatchClient alarms =
                aws.at(CloudWatchClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            String name =
                    alarms
                            .describeAlarms(request -> request.alarmNamePrefix(STACK))
                            .metricAlarms()
                            .stream()
                            .map(alarm -> alarm.alarmName())
                            .filter(alarm -> alarm.contains("FailureQueue"))
                            .findFirst()
                            .orElseThrow();
            alarms.setAlarmState(
                    request -> request.alarmName(name).stateValue("ALARM").stateReason("a test"));
        }

        assertThat(mailboxes.getLast().take(1))
                .singleElement()
                .satisfies(message ->
                        assertThat(message.path("Message").asString())
                                .contains("FailureQueue", "ALARM"));
        assertThat(mailboxes.getFirst().isEmpty()).isTrue();
    }

    @Test
    @Order(8)
    void anUpgradeInPlaceKeepsEverything() throws Exception {
        Emulated.Said said = deploy("AlarmEmail=ops@example.org", "AlertEmail=all@example.org");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(account.outputs(STACK, Emulated.REGION)).isEqualTo(outputs);
        assertThat(api("/api/v1/status").path("status").asString()).isEqualTo("operational");
        assertThat(aws.subscribers(output("TopicArn"))).contains("all@example.org");
    }

    @Test
    @Order(10)
    void removalLeavesTableAndBucket() throws Exception {
        Emulated.Said said =
                account.sam(
                        "delete",
                        "--stack-name",
                        STACK,
                        "--region",
                        Emulated.REGION,
                        "--no-prompts");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(aws.functions()).isEmpty();
        assertThat(aws.tables()).contains(output("TableName"));
        try (S3Client s3 = aws.s3()) {
            assertThat(s3.listBuckets().buckets())
                    .extracting(bucket -> bucket.name())
                    .contains(output("PageBucketName"));
        }
    }

    private Emulated.Said deploy(String... parameters) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "deploy",
                                "--template-file",
                                "template.yaml",
                                "--stack-name",
                                STACK,
                                "--region",
                                Emulated.REGION,
                                "--s3-bucket",
                                CODE,
                                "--capabilities",
                                "CAPABILITY_IAM",
                                "--no-confirm-changeset",
                                "--no-progressbar",
                                "--parameter-overrides"));
        arguments.addAll(List.of(parameters));
        return account.sam(arguments.toArray(String[]::new));
    }

    /** Has rounds made until a message comes whose subject begins so. */
    private Optional<JsonNode> told(String subject) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            probe();
            Optional<JsonNode> told =
                    mailboxes.getFirst().receive(5).stream()
                            .filter(message ->
                                    message.path("Subject").asString("").startsWith(subject))
                            .findFirst();
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }

    private void probe() {
        String event = Events.read(Events.PROBE).replace(Events.DUE, Instant.now().toString());
        try (LambdaClient lambda =
                aws.at(LambdaClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            var answer =
                    lambda.invoke(request ->
                            request.functionName(STACK + "-probe")
                                    .payload(SdkBytes.fromUtf8String(event)));
            assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
        }
    }

    /** The status JSON that the CDN falls back to. */
    private JsonNode status() {
        try (S3Client s3 = aws.s3()) {
            return JsonMapper.shared()
                    .readTree(
                            s3.getObjectAsBytes(request ->
                                            request.bucket(output("PageBucketName"))
                                                    .key("published/api/v1/status"))
                                    .asByteArray());
        }
    }

    private JsonNode api(String path) throws Exception {
        String id = output("ApiUrl").replaceAll("https?://([^./]+).*", "$1");
        HostRequest.Answered answered =
                new HostRequest(aws.address(), id + ".execute-api.127.0.0.1").get(path);
        assertThat(answered.status()).as(answered.head() + answered.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answered.body());
    }

    private void put(S3Client s3, String key, String text) {
        s3.putObject(
                request ->
                        request.bucket(output("PageBucketName"))
                                .key(key)
                                .contentType(key.endsWith("html") ? "text/html" : "text/yaml"),
                RequestBody.fromString(text));
    }

    private static List<String> subject(List<JsonNode> messages) {
        return messages.stream().map(message -> message.path("Subject").asString()).toList();
    }

    private String output(String name) {
        return Optional.ofNullable(outputs.get(name)).orElseThrow();
    }
}
