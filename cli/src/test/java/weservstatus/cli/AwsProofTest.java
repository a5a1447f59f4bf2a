package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import weservstatus.store.Sha256Hex;

class AwsProofTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Instant THEN = Instant.parse("2015-08-30T12:36:00Z");
    private static final String STAMP = "20150830T123600Z";
    private static final URI GATEWAY =
            URI.create(
                    "https://a1b2c3.execute-api.eu-central-1.amazonaws.com/api/v1/admin/incidents?limit=50&open=true");

    private final AwsProof proof =
            new AwsProof(
                    "eu-central-1",
                    StaticCredentialsProvider.create(
                            AwsBasicCredentials.create("AKIDEXAMPLE", SECRET)),
                    () -> THEN);

    /** The example that AWS publishes holds the rule by which the other tests verify. */
    @Test
    void theRuleOfThisTestIsTheOneThatAwsPublishes() throws Exception {
        String canonical =
                "GET\n/\n\nhost:example.amazonaws.com\nx-amz-date:"
                        + STAMP
                        + "\n\nhost;x-amz-date\n"
                        + Sha256Hex.of(new byte[0]);

        assertThat(signature(canonical, "us-east-1", "service"))
                .isEqualTo("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31");
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "POST, '{\"title\": \"Down\"}'", "DELETE, ''"})
    void whatIsSignedIsWhatIsSent(String method, String body) throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> sent =
                body.isEmpty() ? Map.of() : Map.of("Idempotency-Key", "12345678");

        Map<String, String> headers =
                proof.headers(new Proof.Unsigned(method, GATEWAY, sent, bytes));

        Map<String, String> lower = new TreeMap<>(Map.of("host", GATEWAY.getHost()));
        sent.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        String authorization = lower.getOrDefault("authorization", "");
        String signed = authorization.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
        StringBuilder canonical = new StringBuilder(method + "\n" + GATEWAY.getPath() + "\n");
        canonical.append("limit=50&open=true\n");
        for (String name : signed.split(";", -1)) {
            canonical.append(name).append(':').append(lower.get(name)).append('\n');
        }
        canonical.append('\n').append(signed).append('\n').append(Sha256Hex.of(bytes));
        assertThat(signed).contains("host").contains("x-amz-date");
        assertThat(lower).containsEntry("x-amz-date", STAMP);
        assertThat(authorization)
                .startsWith(
                        "AWS4-HMAC-SHA256"
                                + " Credential=AKIDEXAMPLE/20150830/eu-central-1/execute-api/aws4_request")
                .endsWith(
                        "Signature="
                                + signature(canonical.toString(), "eu-central-1", "execute-api"));
        assertThat(headers).doesNotContainKey("Host");
    }

    @Test
    void whoHasNoCredentialsHearsSo() {
        AwsProof nobody =
                new AwsProof(
                        "eu-central-1",
                        () -> {
                            throw SdkClientException.create("nothing in the chain");
                        },
                        () -> THEN);

        assertThatThrownBy(() ->
                        nobody.headers(new Proof.Unsigned("GET", GATEWAY, Map.of(), new byte[0])))
                .isInstanceOf(NotDone.class)
                .hasMessage("no credentials of AWS: nothing in the chain");
    }

    @Test
    void theRegionIsReadFromTheAddress() {
        assertThat(AwsProof.region(GATEWAY)).contains("eu-central-1");
        assertThat(AwsProof.region(URI.create("https://status.example.org"))).isEmpty();
        assertThat(
                        AwsProof.region(
                                URI.create(
                                        "https://x.execute-api.eu-central-1.amazonaws.com.evil.example")))
                .isEqualTo(Optional.empty());
    }

    private static String signature(String canonical, String region, String service)
            throws GeneralSecurityException {
        String day = STAMP.substring(0, 8);
        String scope = day + "/" + region + "/" + service + "/aws4_request";
        String hash = Sha256Hex.of(canonical.getBytes(StandardCharsets.UTF_8));
        String text = "AWS4-HMAC-SHA256\n" + STAMP + "\n" + scope + "\n" + hash;
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : new String[] {day, region, service, "aws4_request"}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
