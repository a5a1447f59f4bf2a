package weservstatus.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One key of a mapping. Fields are compared by identity: each is a constant.
 *
 * @param <T> what its value becomes
 */
final class Field<T> {
    private final String name;
    private final Reader<T> reader;
    private final String description;
    private final boolean required;
    private final Optional<String> otherwise;
    private final String example;

    private Field(
            String name,
            Reader<T> reader,
            String description,
            boolean required,
            Optional<String> otherwise,
            String example) {
        this.name = name;
        this.reader = reader;
        this.description = description;
        this.required = required;
        this.otherwise = otherwise;
        this.example = example;
    }

    /**
     * @param example what to add where it is missing
     */
    static <T> Field<T> required(
            String name, Reader<T> reader, String description, String example) {
        return new Field<>(name, reader, description, true, Optional.empty(), example);
    }

    /**
     * @param otherwise what holds without it, for readers of the documentation
     */
    static <T> Field<T> optional(
            String name, Reader<T> reader, String description, String otherwise) {
        return new Field<>(name, reader, description, false, Optional.of(otherwise), otherwise);
    }

    /**
     * One that a rule asks for, depending on others.
     *
     * @param example what to add where it is missing
     */
    static <T> Field<T> dependent(
            String name, Reader<T> reader, String description, String example) {
        return new Field<>(name, reader, description, false, Optional.empty(), example);
    }

    String name() {
        return name;
    }

    Optional<T> read(Spot spot, Reading reading) {
        return reader.read(spot, reading);
    }

    boolean isRequired() {
        return required;
    }

    void refuseMissing(Spot mapping, Reading reading) {
        reading.refuse(mapping, "\"" + name + "\" is missing", "add it, such as " + example);
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "description",
                otherwise
                        .map(value -> description + " Default: " + value + ".")
                        .orElse(description));
        schema.putAll(reader.schema());
        return schema;
    }
}
