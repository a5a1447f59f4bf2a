package weservstatus.lambda;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import weservstatus.check.Check;
import weservstatus.check.Page;
import weservstatus.config.Connections;
import weservstatus.image.Oracle;
import weservstatus.notify.Delivery;
import weservstatus.notify.MailServer;
import weservstatus.notify.SecretName;
import weservstatus.observe.Answer;
import weservstatus.observe.Proof;
import weservstatus.probe.NetworkProber;
import weservstatus.send.NetworkSender;
import weservstatus.send.Pulse;
import weservstatus.send.SmtpMailer;
import weservstatus.store.Blobs;
import weservstatus.store.Table;
import weservstatus.usecase.Confirmer;
import weservstatus.usecase.Mailer;
import weservstatus.usecase.Prober;
import weservstatus.usecase.Secrets;
import weservstatus.usecase.Sender;
import weservstatus.usecase.TopicAudience;
import weservstatus.usecase.TopicSubscriber;

/**
 * The outside in an AWS account: region, credentials and endpoint are those that the SDK finds in
 * the function's environment.
 */
final class AwsPorts implements Ports {
    /** Two calls, one for the table and one for the bucket, fit into the API's ten seconds. */
    private static final Duration CALL = Duration.ofMillis(4_500);

    private static final Duration ATTEMPT = Duration.ofSeconds(3);

    private final Settings settings;
    private final InstantSource clock;
    private final SdkHttpClient http;
    private Optional<SnsClient> sns = Optional.empty();
    private Optional<CloudWatchClient> cloudWatch = Optional.empty();

    AwsPorts(Settings settings, InstantSource clock) {
        this(settings, clock, UrlConnectionHttpClient.create());
    }

    /** Over another way to AWS; mail and probes do not go there. */
    AwsPorts(Settings settings, InstantSource clock, SdkHttpClient http) {
        this.settings = settings;
        this.clock = clock;
        this.http = http;
    }

    @Override
    public Table table() {
        DynamoDbClient client =
                home(DynamoDbClient.builder())
                        .httpClient(http)
                        .overrideConfiguration(
                                o -> limits(o).retryStrategy(DynamoRetries::configure))
                        .build();
        return new DynamoTable(client, settings.table(), clock);
    }

    @Override
    public Blobs blobs() {
        S3Client client =
                home(S3Client.builder())
                        .httpClient(http)
                        .overrideConfiguration(AwsPorts::limits)
                        .build();
        return new S3Blobs(client, settings.bucket());
    }

    @Override
    public Sender sender(Connections connections) {
        Optional<SmtpMailer> mailer = connections.mail().map(this::smtp);
        return new SnsSender(sns(), new NetworkSender(secrets(), mailer, clock));
    }

    @Override
    public Mailer mailer(MailServer server) {
        return smtp(server);
    }

    @Override
    public TopicSubscriber subscriber() {
        return (address, filterPolicy) -> topic().subscribe(address, filterPolicy);
    }

    @Override
    public Optional<TopicAudience> audience() {
        return settings.topic().map(topic -> new SnsTopicAudience(this::sns, topic));
    }

    private SnsTopicSubscriber topic() {
        return new SnsTopicSubscriber(
                sns(),
                required(settings.topic(), Settings.TOPIC),
                trouble -> log(LogLine.trouble(clock.instant(), trouble)));
    }

    private SmtpMailer smtp(MailServer server) {
        SSLSocketFactory trust = (SSLSocketFactory) SSLSocketFactory.getDefault();
        return new SmtpMailer(server, secrets(), clock, trust);
    }

    @Override
    public Secrets secrets() {
        return new ParameterSecrets(
                http, DefaultCredentialsProvider.builder().build(), settings.parameters());
    }

    @Override
    public Metrics metrics() {
        return new CloudWatchMetrics(this::cloudWatch, settings.stack());
    }

    @Override
    public Delivery pulse(SecretName address) {
        return new Pulse(secrets(), address, clock).beat();
    }

    private synchronized CloudWatchClient cloudWatch() {
        CloudWatchClient client =
                cloudWatch.orElseGet(() ->
                        CloudWatchClient.builder()
                                .httpClient(http)
                                .overrideConfiguration(AwsPorts::limits)
                                .build());
        cloudWatch = Optional.of(client);
        return client;
    }

    @Override
    public Confirmer confirmer() {
        return new SnsConfirmer(sns(), required(settings.orders(), Settings.ORDERS));
    }

    private static String required(Optional<String> topic, String variable) {
        return topic.orElseThrow(() ->
                new IllegalArgumentException(
                        "the function's environment is wrong: "
                                + variable
                                + " is missing: set it to the ARN of a topic"));
    }

    private synchronized SnsClient sns() {
        SnsClient client =
                sns.orElseGet(() ->
                        SnsClient.builder()
                                .httpClient(http)
                                .overrideConfiguration(AwsPorts::limits)
                                .build());
        sns = Optional.of(client);
        return client;
    }

    @Override
    public Prober prober(Page page) {
        return network(page, clock);
    }

    /** The use cases' port to the network, on real sockets. */
    static Prober network(Page page, InstantSource clock) {
        Oracle oracle = new Oracle();
        NetworkProber prober =
                NetworkProber.inTheNameOf(page, clock, oracle::judge, oracle::compare);
        return Prober.of(prober::probe, prober::control);
    }

    @Override
    public Optional<byte[]> difference(Check check, Answer answer) {
        return new Oracle().difference(check, answer);
    }

    @Override
    public Optional<Proof> proof(Check check, Answer answer) {
        return new Oracle().proof(check, answer);
    }

    @Override
    public void log(String line) {
        System.out.println(line);
    }

    /** Table and bucket may lie in another region than the function. */
    private <B extends AwsClientBuilder<B, C>, C> B home(B builder) {
        return settings.homeRegion().map(Region::of).map(builder::region).orElse(builder);
    }

    private static ClientOverrideConfiguration.Builder limits(
            ClientOverrideConfiguration.Builder options) {
        return options.apiCallTimeout(CALL).apiCallAttemptTimeout(ATTEMPT);
    }
}
