package weservstatus.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON object of a stored document, read strictly: every field has the type asked for, and
 * {@link #end} refuses those that nobody asked for.
 */
final class Fields {
    /**
     * Writes ASCII only: half a surrogate pair in a message, which has no UTF-8 form, is kept as an
     * escape and does not lose the document.
     */
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build();

    private final String path;
    private final ObjectNode node;
    private final Set<String> unread;

    private Fields(String path, ObjectNode node) {
        this.path = path;
        this.node = node;
        this.unread = new HashSet<>(node.propertyNames());
    }

    static Fields parse(String what, String document) {
        try {
            return of(what, JSON.readTree(document));
        } catch (JacksonException e) {
            throw new UnreadableDocument(what, "not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Fields of(String path, JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new Fields(path, object);
        }
        throw new UnreadableDocument(path, "not an object");
    }

    boolean has(String name) {
        return node.has(name);
    }

    String text(String name) {
        JsonNode value = value(name);
        if (!value.isString()) {
            throw fault(name, "not text");
        }
        return value.stringValue();
    }

    long whole(String name) {
        return whole(name, value(name));
    }

    int integer(String name) {
        long number = whole(name);
        if (number != (int) number) {
            throw fault(name, "out of range");
        }
        return (int) number;
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (!value.isBoolean()) {
            throw fault(name, "neither true nor false");
        }
        return value.booleanValue();
    }

    Instant instant(String name) {
        return parsed(name, Instant::parse);
    }

    Duration duration(String name) {
        return parsed(name, Duration::parse);
    }

    /** The text of the field as another type; what the parser refuses is a fault of the field. */
    <T> T parsed(String name, Function<String, T> parser) {
        String text = text(name);
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnreadableDocument(path + "." + name, "does not hold '" + text + "'", e);
        }
    }

    Fields object(String name) {
        return of(path + "." + name, value(name));
    }

    Optional<Fields> optionalObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    List<Fields> objects(String name) {
        List<Fields> list = new ArrayList<>();
        for (JsonNode element : array(name)) {
            list.add(of(path + "." + name + "[" + list.size() + "]", element));
        }
        return list;
    }

    List<String> texts(String name) {
        List<String> list = new ArrayList<>();
        for (JsonNode element : array(name)) {
            if (!element.isString()) {
                throw fault(name, "not a list of texts");
            }
            list.add(element.stringValue());
        }
        return list;
    }

    /** Exactly {@code count} whole numbers. */
    long[] wholes(String name, int count) {
        JsonNode array = array(name);
        if (array.size() != count) {
            throw fault(name, "not " + count + " numbers");
        }
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = whole(name, array.get(i));
        }
        return numbers;
    }

    /** Names of the fields that are there, for objects used as maps. */
    List<String> names() {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** The field as JSON, whatever it holds. */
    Optional<String> optionalJson(String name) {
        return has(name) ? Optional.of(JSON.writeValueAsString(value(name))) : Optional.empty();
    }

    /** Refuses what was not asked for. */
    void end() {
        if (!unread.isEmpty()) {
            throw new UnreadableDocument(
                    path, "unknown fields " + unread.stream().sorted().toList());
        }
    }

    private JsonNode array(String name) {
        JsonNode value = value(name);
        if (!value.isArray()) {
            throw fault(name, "not a list");
        }
        return value;
    }

    private long whole(String name, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw fault(name, "not a whole number");
        }
        return value.longValue();
    }

    private JsonNode value(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw fault(name, "missing");
        }
        unread.remove(name);
        return value;
    }

    private UnreadableDocument fault(String name, String reason) {
        return new UnreadableDocument(path + "." + name, reason);
    }
}
