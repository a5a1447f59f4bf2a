package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
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
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.store.Table;

/**
 * The life of a stack on an emulated account, from its deployment to its removal: template and zip
 * as they are, each function with its own role. The steps follow on each other.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmulatedIT {
    private static final String STACK = "status";
    private static final String CODE = "code-";

    /** Rounds of five seconds, so that an outage and its end are over soon. */
    private static final String PACE =
            "pace: {round: 5s, confirmAfter: 1s, staleAfter: 150s, recoverAfter: 15s}\n";

    /** Of an Alertmanager that sends nothing which concerns us. */
    private static final String ALERTS =
            """
            alerts:
              - id: am
                tokenFrom: AM_TOKEN
                rules:
                  - {labels: {alertname: Other}, component: website, status: partial_outage}
            """;

    private static final int MOST_ROUNDS = 24;

    /** A function that takes more than ten seconds to start is given up; a busy machine is slow. */
    private static final int PATIENCE = 6;

    private final Path folder;
    private final Emulated account;
    private final AwsEndpoint aws;
    private final Watched watched = new Watched();
    private final Subscriber subscriber = new Subscriber();
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private Map<String, String> outputs = Map.of();

    EmulatedIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.account = Emulated.start(folder);
        this.aws = account.endpoint();
    }

    @BeforeAll
    void aBucketForCodeInEachRegion() {
        for (Region region : List.of(Region.EU_CENTRAL_1, Region.AP_NORTHEAST_1)) {
            try (S3Client s3 = aws.in(region).s3()) {
                s3.createBucket(request ->
                        request.bucket(CODE + region)
                                .createBucketConfiguration(
                                        place -> place.locationConstraint(region.id())));
            }
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
    void aDryRunSaysWhatItWouldDoAndDoesNothing() throws Exception {
        Emulated.Said said = account.deploy(plan("--dry-run"));

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text())
                .contains(
                        "eu-central-1: stack status from template.yaml (new)",
                        "ap-northeast-1: stack status from template-probe.yaml (new)",
                        "HomeTable=<TableName of home>",
                        "page: 1 files of ");
        assertThat(aws.functions()).isEmpty();
    }

    @Test
    @Order(3)
    void theTemplatesAreDeployedAsTheyAreToTwoRegions() throws Exception {
        Emulated.Said said = account.deploy(plan());

        assertThat(said.code()).as(said.text()).isZero();
        outputs = account.outputs(STACK, Emulated.REGION);
        assertThat(said.text()).contains("page: " + output("PageUrl"));
        mailboxes.add(Mailbox.of(aws, output("TopicArn")));
        mailboxes.add(Mailbox.of(aws, output("AlarmTopicArn")));
        aws.subscribe(output("TopicArn"), subscriber.url());
    }

    private String[] plan(String... options) throws Exception {
        Path site = Files.createDirectories(folder.resolve("site"));
        Files.writeString(
                site.resolve("index.html"),
                "<!doctype html><title>Test status</title>"
                        + "<meta property=\"og:image\" content=\"api/v1/preview.png\">");
        Path config =
                Files.writeString(
                        folder.resolve("status.yaml"),
                        watched.configuration(PACE, "\n  - {id: tokyo, name: Tokyo}") + ALERTS);
        Path plan =
                Files.writeString(
                        folder.resolve("deploy.toml"),
                        """
                        stack = "status"
                        [[places]]
                        location = "here"
                        region = "eu-central-1"
                        parameters = {AlarmEmail = "ops@example.org"}
                        [[places]]
                        location = "tokyo"
                        region = "ap-northeast-1"
                        """);
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--config", config.toString(),
                                "--plan", plan.toString(),
                                "--site", site.toString(),
                                "--code-bucket", CODE + "{region}"));
        all.addAll(List.of(options));
        return all.toArray(String[]::new);
    }

    @Test
    @Order(4)
    void theSchedulerSetsOffRoundReviewAndSnapshot() {
        Optional<JsonNode> published = Optional.empty();
        for (int wait = 0; wait < MOST_ROUNDS && published.isEmpty(); wait++) {
            assertThat(mailboxes.getFirst().receive(5)).isEmpty();
            published = published();
        }
        assertThat(published).isPresent();

        String status = "";
        for (int round = 0; round < MOST_ROUNDS && !status.equals("operational"); round++) {
            probe();
            assertThat(mailboxes.getFirst().receive(5)).isEmpty();
            status = published().orElseThrow().path("status").asString();
        }
        assertThat(status).isEqualTo("operational");
    }

    @Test
    @Order(5)
    void theApiAnswersByItsRouteAndThePageByTheCdn() throws Exception {
        HostRequest cdn = new HostRequest(aws.address(), output("CdnDomain"));
        HostRequest.Answered page = cdn.get("/");
        JsonNode api = api("/api/v1/status");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("<title>Test status</title>")
                .contains("content=\"" + output("PageUrl") + "api/v1/preview.png\"");
        assertThat(page.head().toLowerCase(Locale.ROOT))
                .contains("content-security-policy: default-src 'none'", "strict-transport");
        assertThat(api.path("status").asString()).isEqualTo("operational");
    }

    @Test
    @Order(6)
    void aBrokenTargetIsToldToQueueAndProgram() throws Exception {
        watched.answers(500);

        assertThat(told("New incident: ")).isPresent();
        assertThat(subscriber.next("New incident: ", 20)).isPresent();
        assertThat(api("/api/v1/status").path("status").asString()).isEqualTo("major_outage");
        assertThat(rounds("tokyo")).isPositive();
        assertThat(published().orElseThrow().path("status").asString()).isEqualTo("major_outage");
    }

    @Test
    @Order(7)
    void itsEndIsToldToo() throws Exception {
        watched.answers(200);

        assertThat(told("Resolved: ")).isPresent();
        assertThat(subscriber.next("Resolved: ", 20)).isPresent();
    }

    /** What is due has no hour that is over yet; that it may do all that it must is what counts. */
    @Test
    @Order(8)
    void theHourIsRolledUp() {
        String event = Events.read(Events.ROLLUP);

        assertThat(invoke(aws, "-rollup", event)).contains("\"done\"");
        assertThat(invoke(aws, "-rollup", event)).contains("\"repeated\"");
    }

    @Test
    @Order(8)
    void aSecretIsReadWithTheRoleOfTheFunction() {
        try (SsmClient ssm =
                aws.at(SsmClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            ssm.putParameter(request ->
                    request.name("/" + STACK + "/AM_TOKEN")
                            .type(ParameterType.SECURE_STRING)
                            .value(IntakeTest.ALERT_TOKEN));
        }
        String alert = Events.read(Events.ALERT);
        String guessed = alert.replace(IntakeTest.ALERT_TOKEN, IntakeTest.ALERT_TOKEN + "x");

        assertThat(status(invoke(aws, "-intake", alert))).isEqualTo(200);
        assertThat(status(invoke(aws, "-intake", guessed))).isEqualTo(404);
    }

    private static int status(String answer) {
        return JsonMapper.shared().readTree(answer).path("statusCode").asInt();
    }

    @Test
    @Order(9)
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

        Optional<String> alarm = Optional.empty();
        for (int wait = 0; wait < MOST_ROUNDS && alarm.isEmpty(); wait++) {
            alarm =
                    mailboxes.getLast().receive(5).stream()
                            .map(message -> message.path("Message").asString())
                            .filter(text -> text.contains("FailureQueue"))
                            .filter(text -> text.contains("\"NewStateValue\": \"ALARM\""))
                            .findFirst();
        }
        assertThat(alarm).isPresent();
        assertThat(mailboxes.getFirst().isEmpty()).isTrue();
    }

    @Test
    @Order(10)
    void anUpgradeInPlaceKeepsEverything() throws Exception {
        Emulated.Said said = deploy("AlarmEmail=ops@example.org", "AlertEmail=all@example.org");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(account.outputs(STACK, Emulated.REGION)).isEqualTo(outputs);
        assertThat(api("/api/v1/status").path("status").asString()).isEqualTo("operational");
        assertThat(aws.subscribers(output("TopicArn"))).contains("all@example.org");
    }

    @Test
    @Order(11)
    void removalLeavesTableAndBucket() throws Exception {
        Emulated.Said said = account.deploy(plan("--remove"));

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
                                "--config-env",
                                "none",
                                "--template-file",
                                "template.yaml",
                                "--stack-name",
                                STACK,
                                "--region",
                                Emulated.REGION,
                                "--s3-bucket",
                                CODE + Emulated.REGION,
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

    /** At home and in the other region: each writes its own round into the one table. */
    private void probe() {
        probe(aws);
        probe(aws.in(Region.AP_NORTHEAST_1));
    }

    private static void probe(AwsEndpoint region) {
        invoke(
                region,
                "-probe",
                Events.read(Events.PROBE).replace(Events.DUE, Instant.now().toString()));
    }

    private static String invoke(AwsEndpoint region, String function, String event) {
        try (LambdaClient lambda =
                region.at(LambdaClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            var answer =
                    lambda.invoke(request ->
                            request.functionName(STACK + function)
                                    .payload(SdkBytes.fromUtf8String(event)));
            assertThat(answer.functionError()).as(answer.payload().asUtf8String()).isNull();
            return answer.payload().asUtf8String();
        }
    }

    private long rounds(String place) {
        try (DynamoDbClient dynamo = aws.dynamo()) {
            return new DynamoTable(dynamo, output("TableName"), InstantSource.system())
                    .list(Table.Query.of("round#" + place))
                    .size();
        }
    }

    /** The status JSON that the CDN falls back to. */
    private Optional<JsonNode> published() {
        try (S3Client s3 = aws.s3()) {
            return new S3Blobs(s3, output("PageBucketName"))
                    .get("published/api/v1/status")
                    .map(blob -> JsonMapper.shared().readTree(blob.bytes()));
        }
    }

    private JsonNode api(String path) throws Exception {
        String id = output("ApiUrl").replaceAll("https?://([^./]+).*", "$1");
        HostRequest host = new HostRequest(aws.address(), id + ".execute-api.127.0.0.1");
        HostRequest.Answered answered = host.get(path);
        for (int again = 0; again < PATIENCE && answered.status() == 502; again++) {
            answered = host.get(path);
        }
        assertThat(answered.status()).as(answered.head() + answered.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answered.body());
    }

    private String output(String name) {
        return Optional.ofNullable(outputs.get(name)).orElseThrow();
    }
}
