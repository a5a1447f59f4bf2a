package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import weservstatus.notify.SecretName;

class ParameterSecretsTest {
    private static final SecretName NAME = new SecretName("SLACK_URL");

    private final HttpServer server;
    private volatile int status = 400;
    private volatile String body = "";

    ParameterSecretsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aParameterThatIsNotThereIsNoSecret() {
        body = "{\"__type\":\"ParameterNotFound\"}";

        assertThat(secrets().find(NAME)).isEmpty();
    }

    @Test
    void whatMayNotBeReadIsTroubleThatNamesIt() {
        body = "{\"__type\":\"AccessDeniedException\",\"message\":\"not authorized\"}";

        assertThatThrownBy(() -> secrets().find(NAME))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "cannot read parameter /status/SLACK_URL: status 400, AccessDeniedException");
    }

    @Test
    void aServiceThatIsInTroubleIsTroubleToo() {
        status = 500;

        assertThatThrownBy(() -> secrets().find(NAME))
                .hasMessage("cannot read parameter /status/SLACK_URL: status 500");
    }

    private ParameterSecrets secrets() {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new ParameterSecrets(
                UrlConnectionHttpClient.create(),
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
                new ParameterSecrets.Place(endpoint, "eu-central-1", "/status/"));
    }
}
