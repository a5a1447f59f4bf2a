package weservstatus.lambda;

import java.net.URI;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Subscription;

/**
 * An address that answers like AWS, and clients that speak to it.
 *
 * @param address of all services
 * @param region that clients name
 */
public record AwsEndpoint(URI address, Region region) {
    private static final StaticCredentialsProvider ANYBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    public AwsEndpoint(URI address) {
        this(address, Region.EU_CENTRAL_1);
    }

    AwsEndpoint in(Region other) {
        return new AwsEndpoint(address, other);
    }

    public DynamoDbClient dynamo() {
        return at(DynamoDbClient.builder())
                .overrideConfiguration(o -> o.retryStrategy(DynamoRetries::configure))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    public S3Client s3() {
        return at(S3Client.builder())
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    public SnsClient sns() {
        return at(SnsClient.builder()).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    }

    /** Points the client of any service here. */
    public <B extends AwsClientBuilder<B, C>, C> B at(B builder) {
        return builder.endpointOverride(address).region(region).credentialsProvider(ANYBODY);
    }

    /** Names of all functions. */
    List<String> functions() {
        try (LambdaClient lambda =
                at(LambdaClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            return lambda.listFunctions().functions().stream()
                    .map(FunctionConfiguration::functionName)
                    .toList();
        }
    }

    /** Names of all tables. */
    List<String> tables() {
        try (DynamoDbClient client = dynamo()) {
            return client.listTables().tableNames();
        }
    }

    /** Has the topic send to an address. */
    void subscribe(String topic, String url) {
        try (SnsClient client = sns()) {
            client.subscribe(request -> request.topicArn(topic).protocol("http").endpoint(url));
        }
    }

    /** Where the topic sends to. */
    List<String> subscribers(String topic) {
        try (SnsClient client = sns()) {
            return client
                    .listSubscriptionsByTopic(request -> request.topicArn(topic))
                    .subscriptions()
                    .stream()
                    .map(Subscription::endpoint)
                    .toList();
        }
    }
}
