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
    private final String hint;

    private Field(
            String name, Reader<T> reader, String description, boolean required, String hint) {
        this.name = name;
        this.reader = reader;
        this.description = description;
        this.required = required;
        this.hint = hint;
    }

    /**
     * @param example what to add where it is missing
     */
    static <T> Field<T> required(
            String name, Reader<T> reader, String description, String example) {
        return new Field<>(name, reader, description, true, example);
    }

    /**
     * @param otherwise what holds without it, for readers of the documentation
     */
    static <T> Field<T> optional(
            String name, Reader<T> reader, String description, String otherwise) {
        return new Field<>(name, reader, description, false, otherwise);
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
        reading.refuse(mapping, "\"" + name + "\" is missing", "add it, such as " + hint);
    }

    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", required ? description : description + " Default: " + hint + ".");
        schema.putAll(reader.schema());
        return schema;
    }
}
