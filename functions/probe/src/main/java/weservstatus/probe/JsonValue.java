package weservstatus.probe;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.Expectation.JsonEquals;
import weservstatus.observe.Answer;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;

/** Compares one scalar of a JSON body. */
final class JsonValue {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private JsonValue() {}

    /** The body as a tree, nothing where it is not JSON. */
    static Optional<JsonNode> tree(Answer answer) {
        try {
            return Optional.of(JSON.readTree(answer.body()));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    static Finding judge(JsonEquals is, Answer answer) {
        String expected = "JSON with " + is.pointer() + " = " + is.value();
        String actual = value(is.pointer(), answer);
        return new Held(expected, actual)
                .as(actual.equals(stated(is.pointer(), is.value())), FailureReason.BODY);
    }

    /** The scalar at the pointer, empty when the body is no JSON or has none there. */
    static Optional<String> scalar(String pointer, Answer answer) {
        try {
            JsonNode node = JSON.readTree(answer.body()).at(pointer);
            return node.isValueNode()
                    ? Optional.of(node.isString() ? node.stringValue() : node.toString())
                    : Optional.empty();
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    private static String value(String pointer, Answer answer) {
        Optional<JsonNode> tree = tree(answer);
        if (tree.isEmpty()) {
            return "no JSON but " + Words.quoted(answer.text());
        }
        JsonNode node = tree.get().at(pointer);
        if (node.isMissingNode()) {
            return "JSON without " + pointer;
        }
        return node.isValueNode()
                ? stated(pointer, node.isString() ? node.stringValue() : node.toString())
                : "JSON with a structure at " + pointer;
    }

    private static String stated(String pointer, String value) {
        return "JSON with " + pointer + " = " + value;
    }
}
