package weservstatus.cli;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/** Signs requests for a monitor on AWS, version 4, with the usual credentials of the caller. */
final class AwsProof implements Proof {
    private static final String SERVICE = "execute-api";
    private static final Pattern GATEWAY =
            Pattern.compile("[a-z0-9]+\\.execute-api\\.([a-z0-9-]+)\\.amazonaws\\.com(?:\\.cn)?");

    private final String region;
    private final AwsCredentialsProvider credentials;
    private final Clock clock;

    AwsProof(String region, AwsCredentialsProvider credentials, InstantSource clock) {
        this.region = region;
        this.credentials = credentials;
        this.clock = clock.withZone(ZoneOffset.UTC);
    }

    /** The region that the address of an API Gateway names. */
    static Optional<String> region(URI endpoint) {
        Matcher gateway =
                GATEWAY.matcher(
                        Optional.ofNullable(endpoint.getHost())
                                .orElse("")
                                .toLowerCase(Locale.ROOT));
        return gateway.matches() ? Optional.of(gateway.group(1)) : Optional.empty();
    }

    @Override
    public Map<String, String> headers(Unsigned unsigned) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.fromValue(unsigned.method()))
                        .uri(unsigned.uri());
        unsigned.headers().forEach(request::putHeader);
        Map<String, String> headers = new TreeMap<>();
        signed(request.build(), unsigned.body())
                .request()
                .headers()
                .forEach((name, values) -> put(headers, name, values));
        return headers;
    }

    private SignedRequest signed(SdkHttpRequest request, byte[] body) {
        try {
            return AwsV4HttpSigner.create()
                    .sign(wish ->
                            wish.identity(credentials.resolveCredentials())
                                    .request(request)
                                    .payload(() -> new ByteArrayInputStream(body))
                                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                                    .putProperty(HttpSigner.SIGNING_CLOCK, clock));
        } catch (SdkClientException e) {
            throw new NotDone(ExitCode.NOT_LET_IN, "no credentials of AWS: " + e.getMessage());
        }
    }

    /** The client itself says which host it asks and how much it sends. */
    private static void put(Map<String, String> headers, String name, List<String> values) {
        if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
            headers.put(name, String.join(",", values));
        }
    }
}
