package weservstatus.lambda;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.api.Request;
import weservstatus.api.Response;

/** The HTTP API's payload of format 2.0, and the router's records. */
final class ApiEvent {
    private static final JsonMapper JSON = JsonMapper.shared();

    private ApiEvent() {}

    static Request read(InputStream input) {
        JsonNode event = JSON.readTree(input);
        Map<String, String> headers = new LinkedHashMap<>();
        event.path("headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), header.getValue().asString("")));
        return Request.of(
                event.path("requestContext").path("http").path("method").asString(""),
                event.path("rawPath").asString("/"),
                event.path("rawQueryString").asString(""),
                headers);
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
