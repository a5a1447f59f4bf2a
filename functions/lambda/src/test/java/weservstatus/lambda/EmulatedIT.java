package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
    private static final int MOST_ROUNDS = 24;

    /** A function that takes more than ten seconds to start is given up; a busy machine is slow. */
    private static final int PATIENCE = 6;

    private final Emulated account;
    private final Deployment deployment;
    private final AwsEndpoint aws;
    private final Watched watched = new Watched();
    private final Subscriber subscriber = new Subscriber();
    private final List<Mailbox> mailboxes = new ArrayList<>();
    private Map<String, String> outputs = Map.of();

    EmulatedIT(@TempDir Path folder) throws Exception {
        this.account = Emulated.start(folder);
        this.aws = account.endpoint();
        this.deployment = new Deployment(folder, account, watched);
    }

    @BeforeAll
    void aBucketForCodeInEachRegion() {
        deployment.makeCodeBuckets();
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
        Emulated.Said said = deployment.deploy("AlertEmail=nobody");

        assertThat(said.code()).isNotZero();
        assertThat(said.text())
                .contains("AlertEmail must be one address such as ops@example.org, or empty");
        assertThat(aws.functions()).isEmpty();
    }

    @Test
    @Order(2)
    void aDryRunSaysWhatItWouldDoAndDoesNothing() throws Exception {
        Emulated.Said said = account.deploy(deployment.plan("--dry-run"));

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
        Emulated.Said said = account.deploy(deployment.plan());

        assertThat(said.code()).as(said.text()).isZero();
        outputs = account.outputs(Deployment.STACK, Emulated.REGION);
        assertThat(said.text()).contains("page: " + output("PageUrl"));
        mailboxes.add(Mailbox.of(aws, output("TopicArn")));
        mailboxes.add(Mailbox.of(aws, output("AlarmTopicArn")));
        aws.subscribe(output("TopicArn"), subscriber.url());
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
        // It begins as partial when one place is told of before the other has looked.
        for (int round = 0; round < MOST_ROUNDS && !isDownEverywhere(); round++) {
            probe();
        }
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
                    request.name("/" + Deployment.STACK + "/AM_TOKEN")
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
                            .describeAlarms(request -> request.alarmNamePrefix(Deployment.STACK))
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
        Emulated.Said said =
                deployment.deploy("AlarmEmail=ops@example.org", "AlertEmail=all@example.org");

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(account.outputs(Deployment.STACK, Emulated.REGION)).isEqualTo(outputs);
        assertThat(api("/api/v1/status").path("status").asString()).isEqualTo("operational");
        assertThat(aws.subscribers(output("TopicArn"))).contains("all@example.org");
    }

    @Test
    @Order(11)
    void removalLeavesTableAndBucket() throws Exception {
        Emulated.Said said = account.deploy(deployment.plan("--remove"));

        assertThat(said.code()).as(said.text()).isZero();
        assertThat(aws.functions()).isEmpty();
        assertThat(aws.tables()).contains(output("TableName"));
        try (S3Client s3 = aws.s3()) {
            assertThat(s3.listBuckets().buckets())
                    .extracting(bucket -> bucket.name())
                    .contains(output("PageBucketName"));
        }
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
                            request.functionName(Deployment.STACK + function)
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

    private boolean isDownEverywhere() throws Exception {
        return Stream.of(api("/api/v1/status"), published().orElseThrow())
                .allMatch(page -> page.path("status").asString().equals("major_outage"));
    }

    private String output(String name) {
        return Optional.ofNullable(outputs.get(name)).orElseThrow();
    }
}
