package weservstatus.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import weservstatus.usecase.FieldFault;

/** The body of a request as one JSON object, in which no field is named twice. */
final class JsonBody {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final Pattern DUPLICATE = Pattern.compile("Duplicate.*?\"(.{0,100}?)\"");

    private JsonBody() {}

    /**
     * @throws Unacceptable when it is none
     */
    static ObjectNode of(Request request) {
        String type = request.header("content-type").orElse("").replaceAll("\\s*;.*", "");
        if (!type.equalsIgnoreCase("application/json")) {
            throw new Unacceptable(
                    Problem.of(415, "not-json", "Send JSON, with Content-Type: application/json"));
        }
        try {
            if (JSON.readTree(request.body()) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw new Unacceptable(unreadable(e));
        }
        throw new Unacceptable(Problem.of(400, "not-json", "Send one JSON object"));
    }

    private static Problem unreadable(JacksonException e) {
        Matcher twice = DUPLICATE.matcher(e.getOriginalMessage());
        return twice.find()
                ? Problem.unfit(
                        400,
                        "named-twice",
                        new FieldFault(twice.group(1), "it is there twice", "leave one of them"))
                : Problem.of(
                        400,
                        "not-json",
                        "It cannot be read as JSON: " + Echo.of(e.getOriginalMessage()));
    }
}
