package weservstatus.lambda;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A filter of an event source, read by Lambda's rules: names, equal texts and prefixes. */
record EventPattern(JsonNode pattern) {

    /**
     * Reads the text.
     *
     * @throws IllegalArgumentException when it is none that Lambda would take
     */
    static EventPattern read(String text) {
        try {
            return new EventPattern(JsonMapper.shared().readTree(text));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }

    boolean takes(JsonNode event) {
        return takes(pattern, event);
    }

    private static boolean takes(JsonNode pattern, JsonNode value) {
        if (pattern.isObject()) {
            return pattern.properties().stream()
                    .allMatch(field -> takes(field.getValue(), value.path(field.getKey())));
        }
        if (!pattern.isArray() || pattern.isEmpty()) {
            throw new IllegalArgumentException("neither names nor a list of values: " + pattern);
        }
        return pattern.valueStream().anyMatch(choice -> chosen(choice, value));
    }

    private static boolean chosen(JsonNode choice, JsonNode value) {
        if (choice.isString()) {
            return choice.equals(value);
        }
        if (choice.isObject() && choice.size() == 1 && choice.path("prefix").isString()) {
            return value.isString()
                    && value.asString().startsWith(choice.path("prefix").asString());
        }
        throw new IllegalArgumentException("neither a text nor a prefix: " + choice);
    }
}
