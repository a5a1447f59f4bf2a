package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import weservstatus.notify.SecretName;
import weservstatus.usecase.Secrets;

/** What AWS's own client writes, our one signed request reads. */
@Tag("contract")
@ExtendWith(EmulatorExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class ParameterSecretsIT {
    private static final SecretName NAME = new SecretName("SLACK_URL");

    private final AwsEndpoint aws;
    private final SsmClient client;

    ParameterSecretsIT(AwsEndpoint aws) {
        this.aws = aws;
        client =
                aws.at(SsmClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
    }

    @AfterAll
    void close() {
        client.close();
    }

    @Test
    void readsWhatIsPlain() {
        String folder = folder();
        put(folder + NAME, ParameterType.STRING, "https://hooks.example.org/a?b=c&d=\"ü\"");

        assertThat(secrets(folder).find(NAME)).contains("https://hooks.example.org/a?b=c&d=\"ü\"");
    }

    @Test
    void readsWhatIsEncryptedAndDropsTheEndOfLine() {
        String folder = folder();
        put(folder + NAME, ParameterType.SECURE_STRING, "https://hooks.example.org/secret\n");

        assertThat(secrets(folder).find(NAME)).contains("https://hooks.example.org/secret");
    }

    @Test
    void readsTheNewestVersion() {
        String folder = folder();
        put(folder + NAME, ParameterType.SECURE_STRING, "old");
        put(folder + NAME, ParameterType.SECURE_STRING, "new");

        assertThat(secrets(folder).find(NAME)).contains("new");
    }

    @Test
    void whatIsNotThereIsNoTrouble() {
        assertThat(secrets(folder()).find(NAME)).isEmpty();
    }

    private static String folder() {
        return "/weserv-status-" + UUID.randomUUID() + "/";
    }

    private void put(String name, ParameterType type, String value) {
        client.putParameter(request -> request.name(name).type(type).value(value).overwrite(true));
    }

    private Secrets secrets(String folder) {
        return new ParameterSecrets(
                UrlConnectionHttpClient.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
                new ParameterSecrets.Place(aws.address(), aws.region().id(), folder));
    }
}
