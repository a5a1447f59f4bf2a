package weservstatus.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Reads a mapping of exactly one key, which says what kind of thing it is.
 *
 * @param what the thing, with its article, such as "an expectation"
 * @param kinds a field for each kind
 */
record OneKey<T>(String what, List<Field<? extends T>> kinds) implements Reader<T> {

    @Override
    public Optional<T> read(Spot spot, Reading reading) {
        if (!(spot.node() instanceof MappingNode)) {
            reading.refuse(
                    spot,
                    spot.shown() + " is not " + what,
                    "write one of " + String.join(", ", names()) + " with a value");
            return Optional.empty();
        }
        int before = reading.faultCount();
        List<Entry> entries = Entry.of(spot, reading);
        if (reading.faultCount() > before) {
            return Optional.empty();
        }
        if (entries.size() != 1) {
            reading.refuse(
                    spot,
                    what + " has exactly one key, not " + entries.size(),
                    "start each with \"- \" on a line of its own");
            return Optional.empty();
        }
        return readEntry(entries.getFirst(), reading);
    }

    private Optional<T> readEntry(Entry entry, Reading reading) {
        for (Field<? extends T> kind : kinds) {
            if (kind.name().equals(entry.key())) {
                return kind.read(entry.value(), reading).map(value -> value);
            }
        }
        reading.refuse(
                entry.keySpot(), "is not known as " + what, Suggestion.among(entry.key(), names()));
        return Optional.empty();
    }

    private Set<String> names() {
        return schemas().keySet();
    }

    private Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        kinds.forEach(kind -> schemas.put(kind.name(), kind.schema()));
        return schemas;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", schemas());
        schema.put("additionalProperties", false);
        schema.put("minProperties", 1);
        schema.put("maxProperties", 1);
        return schema;
    }
}
