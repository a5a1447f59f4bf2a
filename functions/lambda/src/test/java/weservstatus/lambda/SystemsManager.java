package weservstatus.lambda;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Systems Manager as far as functions use it, over HTTP: who asks is found by the signature
 * (version 4, session tokens), and what they may read by the role of the function.
 */
final class SystemsManager implements AutoCloseable {
    static final String REGION = "eu-central-1";

    private static final Pattern AUTHORIZATION =
            Pattern.compile(
                    "AWS4-HMAC-SHA256 Credential=([^/]+)/([0-9]{8})/([^/]+)/ssm/aws4_request,"
                            + " SignedHeaders=([a-z0-9;-]+), Signature=([0-9a-f]{64})");

    private final HttpServer server;
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();
    private final Map<String, String> parameters = new ConcurrentHashMap<>();

    private record Caller(AwsSessionCredentials credentials, Role role) {}

    private record Answer(int status, String body) {
        static Answer refused(String type, String message) {
            return new Answer(
                    400,
                    JsonMapper.shared()
                            .writeValueAsString(Map.of("__type", type, "message", message)));
        }
    }

    SystemsManager() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void put(String path, String value) {
        parameters.put(path, value);
    }

    /** Credentials as Lambda gives them to a function of that role. */
    AwsSessionCredentials assume(Role role) {
        String number = Integer.toString(callers.size() + 1);
        AwsSessionCredentials credentials =
                AwsSessionCredentials.create(
                        "ASIA" + number, "secret of " + number, "token of " + number);
        callers.put(credentials.accessKeyId(), new Caller(credentials, role));
        return credentials;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answer answer;
            try {
                answer = answer(exchange, body);
            } catch (GeneralSecurityException e) {
                answer = new Answer(500, e.toString());
            }
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Answer answer(HttpExchange exchange, byte[] body) throws GeneralSecurityException {
        Headers headers = exchange.getRequestHeaders();
        Matcher said = AUTHORIZATION.matcher(first(headers, "Authorization"));
        if (!said.matches()) {
            return Answer.refused("MissingAuthenticationTokenException", "Missing Token");
        }
        Caller caller = callers.get(said.group(1));
        if (caller == null
                || !caller.credentials()
                        .sessionToken()
                        .equals(first(headers, "X-Amz-Security-Token"))) {
            return Answer.refused("UnrecognizedClientException", "The security token is invalid.");
        }
        if (!signature(exchange, said, caller, body).equals(said.group(5))) {
            return Answer.refused(
                    "InvalidSignatureException", "The request signature does not match.");
        }
        if (!first(headers, "X-Amz-Target").equals("AmazonSSM.GetParameter")) {
            return Answer.refused("UnknownOperationException", "");
        }
        return read(JsonMapper.shared().readTree(body), caller.role());
    }

    private Answer read(JsonNode asked, Role role) {
        String path = asked.path("Name").asString("");
        if (!role.allowsParameter(path)) {
            return Answer.refused(
                    "AccessDeniedException",
                    "%s is not authorized to perform: ssm:GetParameter on resource: %s"
                            .formatted(role.function(), path));
        }
        return Optional.ofNullable(parameters.get(path))
                .map(value ->
                        new Answer(
                                200,
                                JsonMapper.shared()
                                        .writeValueAsString(
                                                Map.of(
                                                        "Parameter",
                                                        Map.of("Name", path, "Value", value)))))
                .orElseGet(() -> Answer.refused("ParameterNotFound", ""));
    }

    /** As AWS computes it, from what came and from the secret of who says that it was them. */
    private static String signature(HttpExchange exchange, Matcher said, Caller caller, byte[] body)
            throws GeneralSecurityException {
        List<String> signed = Arrays.asList(said.group(4).split(";"));
        Headers headers = exchange.getRequestHeaders();
        String canonical =
                signed.stream()
                        .map(name -> name + ":" + first(headers, name).strip() + "\n")
                        .collect(
                                Collectors.joining(
                                        "",
                                        exchange.getRequestMethod() + "\n/\n\n",
                                        "\n" + said.group(4) + "\n" + sha256(body)));
        String scope = said.group(2) + "/" + said.group(3) + "/ssm/aws4_request";
        String text =
                "AWS4-HMAC-SHA256\n%s\n%s\n%s"
                        .formatted(
                                first(headers, "X-Amz-Date"),
                                scope,
                                sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key =
                ("AWS4" + caller.credentials().secretAccessKey()).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(said.group(2), REGION, "ssm", "aws4_request", text)) {
            key = hmac(key, part);
        }
        // What is not signed could be changed on the way.
        boolean whole = signed.containsAll(List.of("host", "x-amz-date", "x-amz-security-token"));
        return whole ? HexFormat.of().formatHex(key) : "";
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static String first(Headers headers, String name) {
        return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
