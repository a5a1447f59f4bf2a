package weservstatus.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads a mapping with known keys. Every key that is there is read, whatever is wrong with the
 * others; then the rules look at what was sound.
 *
 * @param what the thing, with its article, such as "a check"
 * @param schemaRules what the rules mean in JSON Schema, as far as it can say so
 */
record SectionReader(
        String what, List<Field<?>> fields, List<Rule> rules, Map<String, Object> schemaRules)
        implements Reader<Section> {

    /** A condition on several fields; it notes a fault where it does not hold. */
    @FunctionalInterface
    interface Rule {
        void apply(Section section, Reading reading);
    }

    SectionReader(String what, Field<?>... fields) {
        this(what, List.of(fields), List.of(), Map.of());
    }

    SectionReader with(Rule rule) {
        return with(rule, Map.of());
    }

    SectionReader with(Rule rule, Map<String, Object> schema) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        Map<String, Object> all = new LinkedHashMap<>(schemaRules);
        all.putAll(schema);
        return new SectionReader(what, fields, more, all);
    }

    /** Builds a value from a section in which nothing was refused. */
    <T> Reader<T> as(Function<Section, T> build) {
        return Reader.of(
                (spot, reading) -> read(spot, reading).filter(Section::isSound).map(build),
                schema());
    }

    @Override
    public Optional<Section> read(Spot spot, Reading reading) {
        if (!(spot.node() instanceof MappingNode)) {
            reading.refuse(
                    spot,
                    notAMapping(spot),
                    "write " + what + " as keys and values: " + String.join(", ", names()));
            return Optional.empty();
        }
        int before = reading.faultCount();
        Map<Field<?>, Spot> spots = spots(spot, reading);
        Map<Field<?>, Object> values = new HashMap<>();
        spots.forEach((field, place) -> keep(field, place, values, reading));
        fields.stream()
                .filter(field -> field.isRequired() && !spots.containsKey(field))
                .forEach(field -> field.refuseMissing(spot, reading));
        Section section = new Section(spot, values, spots, true);
        rules.forEach(rule -> rule.apply(section, reading));
        return Optional.of(new Section(spot, values, spots, reading.faultCount() == before));
    }

    private static String notAMapping(Spot spot) {
        return spot.node().getTag().equals(Tag.NULL)
                ? "has no value"
                : spot.shown() + " is not a mapping";
    }

    private Map<Field<?>, Spot> spots(Spot spot, Reading reading) {
        Map<Field<?>, Spot> spots = new LinkedHashMap<>();
        for (Entry entry : Entry.of(spot, reading)) {
            Optional<Field<?>> field = named(entry.key());
            if (field.isPresent()) {
                spots.put(field.get(), entry.value());
            } else {
                reading.refuse(
                        entry.keySpot(),
                        "is not a known key of " + what,
                        Suggestion.among(entry.key(), names()));
            }
        }
        return spots;
    }

    private static <T> void keep(
            Field<T> field, Spot place, Map<Field<?>, Object> values, Reading reading) {
        field.read(place, reading).ifPresent(value -> values.put(field, value));
    }

    private Optional<Field<?>> named(String name) {
        return fields.stream().<Field<?>>map(f -> f).filter(f -> f.name().equals(name)).findFirst();
    }

    private List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        fields.forEach(field -> properties.put(field.name(), field.schema()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required = fields.stream().filter(Field::isRequired).map(Field::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        schema.putAll(schemaRules);
        return schema;
    }
}
