package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.s3.S3Client;

/** Stacks on one emulated account, template and zip as they are, and people who may use them. */
final class Stacks implements AutoCloseable {
    /** A function that takes more than ten seconds to start is given up; a busy machine is slow. */
    static final int PATIENCE = 8;

    private static final String CODE = "code-" + Emulated.REGION;
    private static final int BAD_GATEWAY = 502;

    private final Path folder;
    private final Emulated account;
    private final Watched watched = new Watched();

    Stacks(Path folder) throws IOException {
        this.folder = folder;
        this.account = Emulated.start(folder);
        try (S3Client s3 = aws().s3()) {
            s3.createBucket(request ->
                    request.bucket(CODE)
                            .createBucketConfiguration(
                                    place -> place.locationConstraint(Emulated.REGION)));
        }
    }

    AwsEndpoint aws() {
        return account.endpoint();
    }

    /** Somebody with these rights and no others, as the environment names him. */
    Map<String, String> user(String name, String policy) {
        try (IamClient iam =
                aws().at(IamClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            iam.createUser(request -> request.userName(name));
            iam.putUserPolicy(request ->
                    request.userName(name).policyName("administer").policyDocument(policy));
            AccessKey key = iam.createAccessKey(request -> request.userName(name)).accessKey();
            return Map.of(
                    "AWS_ACCESS_KEY_ID", key.accessKeyId(),
                    "AWS_SECRET_ACCESS_KEY", key.secretAccessKey());
        }
    }

    Stack deploy(String name) throws IOException, InterruptedException {
        Path site = Files.createDirectories(folder.resolve("site"));
        Files.writeString(site.resolve("index.html"), "<!doctype html><title>Test status</title>");
        Path config = Files.writeString(folder.resolve("status.yaml"), watched.configuration());
        Path plan =
                Files.writeString(
                        folder.resolve(name + ".toml"),
                        """
                        stack = "%s"
                        [[places]]
                        location = "here"
                        region = "eu-central-1"
                        parameters = {AlarmEmail = "ops@example.org"}
                        """
                                .formatted(name));
        Emulated.Said said =
                account.deploy(
                        "--config", config.toString(),
                        "--plan", plan.toString(),
                        "--site", site.toString(),
                        "--code-bucket", CODE);
        assertThat(said.code()).as(said.text()).isZero();
        return new Stack(aws().address(), account.outputs(name, Emulated.REGION));
    }

    /**
     * One that is deployed.
     *
     * @param account address of all services
     */
    record Stack(URI account, Map<String, String> outputs) {
        Stack {
            outputs = Map.copyOf(outputs);
        }

        String output(String name) {
            return Optional.ofNullable(outputs.get(name)).orElseThrow();
        }

        /** The gateway by a path: the emulator's names of hosts are in no name server. */
        String gateway() {
            String id = output("ApiUrl").replaceAll("https?://([^./]+).*", "$1");
            return account + "/_aws/execute-api/" + id + "/$default";
        }

        /** Without a signature. */
        HttpResponse<String> ask(String method, String path, String body)
                throws IOException, InterruptedException {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(gateway() + path))
                            .method(method, BodyPublishers.ofString(body))
                            .header("Content-Type", "application/json")
                            .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                for (int again = 0;
                        again < PATIENCE && answer.statusCode() == BAD_GATEWAY;
                        again++) {
                    answer = client.send(request, BodyHandlers.ofString());
                }
                return answer;
            }
        }
    }

    @Override
    public void close() {
        account.close();
        watched.close();
    }
}
