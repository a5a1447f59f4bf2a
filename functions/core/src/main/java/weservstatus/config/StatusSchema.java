package weservstatus.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema of status.yaml for editors, written from the very readers that load it. */
public final class StatusSchema {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private StatusSchema() {}

    /** The schema as text, the same at each call, with a closing line feed. */
    public static String json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "weserv-status configuration");
        schema.putAll(StatusFields.reader().schema());
        return MAPPER.writeValueAsString(ordered(schema)) + "\n";
    }

    /** Keywords by name, so that the text is stable; properties in the order of the readers. */
    private static Object ordered(Object node) {
        return switch (node) {
            case Map<?, ?> map -> {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((key, value) -> sorted.put(key.toString(), keyword(key, value)));
                yield sorted;
            }
            case List<?> list -> list.stream().map(StatusSchema::ordered).toList();
            default -> node;
        };
    }

    private static Object keyword(Object key, Object value) {
        if (!key.equals("properties") || !(value instanceof Map<?, ?> properties)) {
            return ordered(value);
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        properties.forEach((name, schema) -> kept.put(name.toString(), ordered(schema)));
        return kept;
    }
}
