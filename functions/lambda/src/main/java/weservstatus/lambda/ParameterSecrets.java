package weservstatus.lambda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.notify.SecretName;
import weservstatus.usecase.Secrets;

/**
 * Secrets as parameters of Systems Manager: {@code SLACK_URL} in {@code /STACK/SLACK_URL}, best a
 * SecureString. One signed request: the SDK's client for it would be a quarter of the package.
 */
final class ParameterSecrets implements Secrets {
    private static final String MISSING = "ParameterNotFound";
    private static final Pattern TYPE =
            Pattern.compile("\"__type\"\\s*:\\s*\"(?:[^\"#]*#)?([A-Za-z]{1,64})\"");

    private final SdkHttpClient http;
    private final AwsCredentialsProvider credentials;
    private final Place place;

    /**
     * Where the parameters are.
     *
     * @param endpoint of Systems Manager
     * @param folder what every name begins with, such as {@code /weserv-status/}
     */
    record Place(URI endpoint, String region, String folder) {}

    ParameterSecrets(SdkHttpClient http, AwsCredentialsProvider credentials, Place place) {
        this.http = http;
        this.credentials = credentials;
        this.place = place;
    }

    @Override
    public Optional<String> find(SecretName name) {
        byte[] question =
                JsonMapper.shared()
                        .writeValueAsBytes(
                                Map.of("Name", place.folder() + name, "WithDecryption", true));
        try {
            HttpExecuteResponse answer = http.prepareRequest(signed(question)).call();
            String text = text(answer);
            if (answer.httpResponse().isSuccessful()) {
                JsonNode value = JsonMapper.shared().readTree(text).at("/Parameter/Value");
                return Optional.of(value.asString("").strip()).filter(found -> !found.isEmpty());
            }
            if (text.contains(MISSING)) {
                return Optional.empty();
            }
            throw new IllegalStateException(
                    "cannot read parameter %s%s: status %d%s"
                            .formatted(
                                    place.folder(),
                                    name,
                                    answer.httpResponse().statusCode(),
                                    reason(text)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String place(SecretName name) {
        return "the parameter " + place.folder() + name + " of Systems Manager";
    }

    /** The name of the error, where the answer is one of AWS's. */
    private static String reason(String answer) {
        Matcher type = TYPE.matcher(answer);
        return type.find() ? ", " + type.group(1) : "";
    }

    private HttpExecuteRequest signed(byte[] body) {
        SdkHttpFullRequest request =
                SdkHttpFullRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(place.endpoint())
                        .putHeader("Content-Type", "application/x-amz-json-1.1")
                        .putHeader("X-Amz-Target", "AmazonSSM.GetParameter")
                        .contentStreamProvider(() -> new ByteArrayInputStream(body))
                        .build();
        SignedRequest signed =
                AwsV4HttpSigner.create()
                        .sign(sign ->
                                sign.identity(credentials.resolveCredentials())
                                        .request(request)
                                        .payload(() -> new ByteArrayInputStream(body))
                                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "ssm")
                                        .putProperty(AwsV4HttpSigner.REGION_NAME, place.region()));
        return HttpExecuteRequest.builder()
                .request(signed.request())
                .contentStreamProvider(signed.payload().orElseThrow())
                .build();
    }

    private static String text(HttpExecuteResponse answer) throws IOException {
        if (answer.responseBody().isEmpty()) {
            return "";
        }
        try (InputStream body = answer.responseBody().get()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
