package weservstatus.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of docs/configuration.md are written from the schema. */
class ConfigurationDocsTest {
    private static final String FILE = "docs/configuration.md";
    private static final Pattern TABLE =
            Pattern.compile("<!-- fields: (\\S+) -->\n.*?<!-- end -->", Pattern.DOTALL);
    private static final JsonNode SCHEMA =
            JsonMapper.builder().build().readTree(StatusSchema.json());

    @Test
    void describesEveryFieldAsTheLoaderReadsIt() {
        String text = Checkout.read(FILE);

        Checkout.assertUnchanged(
                FILE,
                TABLE.matcher(text)
                        .replaceAll(match -> Matcher.quoteReplacement(table(match.group(1)))));
    }

    @Test
    void leavesNoMappingOut() {
        List<String> pointers = new ArrayList<>();
        collect("", SCHEMA, pointers);

        org.assertj.core.api.Assertions.assertThat(TABLE.matcher(Checkout.read(FILE)).results())
                .extracting(result -> result.group(1))
                .containsExactlyInAnyOrderElementsOf(pointers);
    }

    /**
     * Every mapping with known keys, as a path such as {@code checks[].expect[].json}; what is
     * written in the same way at a second place is described at the first.
     */
    private static void collect(String path, JsonNode schema, List<String> found) {
        boolean again = path.equals("checks[].steps[].expect");
        if (again && schema.equals(at("checks[]").get("properties").get("expect"))) {
            return;
        }
        if (schema.has("items")) {
            collect(path + "[]", schema.get("items"), found);
        }
        if (schema.has("properties")) {
            found.add(path.isEmpty() ? "." : path);
            String prefix = path.isEmpty() ? "" : path + ".";
            schema.get("properties")
                    .properties()
                    .forEach(field -> collect(prefix + field.getKey(), field.getValue(), found));
        }
    }

    private static String table(String path) {
        JsonNode schema = at(path);
        StringBuilder table = new StringBuilder("<!-- fields: " + path + " -->\n");
        table.append("| key | value | needed | meaning |\n|---|---|---|---|\n");
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.stringValue()));
        for (Map.Entry<String, JsonNode> field : schema.get("properties").properties()) {
            table.append(
                    "| `%s` | %s | %s | %s |\n"
                            .formatted(
                                    field.getKey(),
                                    value(field.getValue()),
                                    required.contains(field.getKey()) ? "yes" : "",
                                    field.getValue()
                                            .get("description")
                                            .stringValue()
                                            .replace("|", "\\|")));
        }
        return table + "<!-- end -->";
    }

    private static JsonNode at(String path) {
        JsonNode schema = SCHEMA;
        for (String step : path.equals(".") ? List.<String>of() : List.of(path.split("\\."))) {
            schema = schema.get("properties").get(step.replace("[]", ""));
            schema = step.endsWith("[]") ? schema.get("items") : schema;
        }
        return schema;
    }

    private static String value(JsonNode schema) {
        if (schema.has("enum")) {
            List<String> words = new ArrayList<>();
            schema.get("enum").forEach(word -> words.add("`" + word.stringValue() + "`"));
            return String.join(", ", words);
        }
        return schema.path("anyOf").isArray() ? "URL or `none`" : typed(schema);
    }

    private static String typed(JsonNode schema) {
        if (schema.path("type").isArray()) {
            return "text, number, true or false";
        }
        return switch (schema.get("type").stringValue()) {
            case "array" -> "list";
            case "object" -> "mapping";
            case "boolean" -> "true or false";
            case "number" -> "number";
            case "integer" ->
                    "whole number, %d to %d"
                            .formatted(
                                    schema.get("minimum").longValue(),
                                    schema.get("maximum").longValue());
            default -> text(schema.path("pattern").asString());
        };
    }

    private static String text(String pattern) {
        if (pattern.contains("(ms|s|m|h|d)")) {
            return "duration";
        }
        if (pattern.startsWith("^https?")) {
            return "URL";
        }
        return pattern.startsWith("^[a-z0-9](") ? "id" : "text";
    }
}
