package weservstatus.lambda;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.api.Request;
import weservstatus.api.Response;

/**
 * The HTTP API's payload of format 2.0, and the router's records. The caller is whom IAM has let
 * in; routes for everybody have none.
 */
final class ApiEvent {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Response TOO_LARGE =
            new Response(
                    413,
                    Map.of("Content-Type", "application/problem+json", "Cache-Control", "no-store"),
                    "{\"type\":\"urn:weserv-status:problem:too-large\",\"title\":\"Send less than 64 KB\",\"status\":413}"
                            .getBytes(StandardCharsets.UTF_8));

    static final String FORWARDED = "x-forwarded-for";

    private ApiEvent() {}

    static Request read(InputStream input) {
        JsonNode event = JSON.readTree(input);
        Map<String, String> headers = new LinkedHashMap<>();
        event.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asString("")));
        String caught = event.at("/requestContext/http/sourceIp").asString("");
        headers.merge(FORWARDED, caught, ApiEvent::endingWith);
        Request request =
                Request.of(
                                event.at("/requestContext/http/method").asString(""),
                                event.path("rawPath").asString("/"),
                                event.path("rawQueryString").asString(""),
                                headers)
                        .with(body(event));
        String caller = event.at("/requestContext/authorizer/iam/userArn").asString("");
        return caller.isEmpty() ? request : request.by(caller);
    }

    /** The API has said who called it; where it has not, it does so here. */
    private static String endingWith(String chain, String last) {
        return chain.endsWith(last) ? chain : chain + ", " + last;
    }

    private static byte[] body(JsonNode event) {
        String body = event.path("body").asString("");
        return event.path("isBase64Encoded").asBoolean(false)
                ? Base64.getDecoder().decode(body)
                : body.getBytes(StandardCharsets.UTF_8);
    }

    /** What is answered to more than anybody has to say; absent where it is not too much. */
    static Optional<Response> tooLarge(Request request) {
        return request.body().length <= Request.mostBytes(request.path())
                ? Optional.empty()
                : Optional.of(TOO_LARGE);
    }

    /** The answer; a body that is no text, such as a compressed one, goes as base64. */
    static byte[] write(Response response) {
        ObjectNode event = JSON.createObjectNode();
        event.put("statusCode", response.status());
        ObjectNode headers = event.putObject("headers");
        response.headers().forEach(headers::put);
        boolean packed = !isText(response);
        event.put(
                "body",
                packed
                        ? Base64.getEncoder().encodeToString(response.body())
                        : new String(response.body(), StandardCharsets.UTF_8));
        event.put("isBase64Encoded", packed);
        return JSON.writeValueAsBytes(event);
    }

    private static boolean isText(Response response) {
        String type = response.headers().getOrDefault("Content-Type", "text/plain");
        return !response.headers().containsKey("Content-Encoding")
                && (type.startsWith("text/") || type.startsWith("application/json"));
    }
}
