package weservstatus.document;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes one compact JSON document: keys in the order of the calls, so that equal snapshots give
 * equal bytes.
 */
final class Json {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().characterEscapes(new HtmlSafeEscapes()).build();

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** The bytes in UTF-8 of one object with the keys that {@code content} writes. */
    static byte[] document(Consumer<Json> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out =
                FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            new Json(out).braces(content);
        }
        return bytes.toByteArray();
    }

    void object(String name, Consumer<Json> content) {
        out.writeName(name);
        braces(content);
    }

    /** An object, or null where there is none. */
    <T> void object(String name, Optional<T> item, ItemWriter<T> writer) {
        item.ifPresentOrElse(
                present -> object(name, json -> writer.write(json, present)), () -> nothing(name));
    }

    /** An array of objects, one for each item. */
    <T> void objects(String name, Collection<T> items, ItemWriter<T> writer) {
        out.writeArrayPropertyStart(name);
        items.forEach(item -> braces(json -> writer.write(json, item)));
        out.writeEndArray();
    }

    void texts(String name, Collection<String> items) {
        out.writeArrayPropertyStart(name);
        items.forEach(item -> out.writeString(WellFormedText.of(item)));
        out.writeEndArray();
    }

    /** An array that has nothing to list. */
    void none(String name) {
        texts(name, List.of());
    }

    void text(String name, String value) {
        out.writeStringProperty(name, WellFormedText.of(value));
    }

    void text(String name, Optional<String> value) {
        value.ifPresentOrElse(text -> text(name, text), () -> out.writeNullProperty(name));
    }

    void nothing(String name) {
        out.writeNullProperty(name);
    }

    void number(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    void number(String name, OptionalInt value) {
        value.ifPresentOrElse(number -> number(name, number), () -> nothing(name));
    }

    void flag(String name, Optional<Boolean> value) {
        value.ifPresentOrElse(flag -> flag(name, flag), () -> nothing(name));
    }

    void flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    /** A number with one decimal, rounded half up, or null. */
    void tenths(String name, Optional<Double> value) {
        value.map(Json::tenths)
                .ifPresentOrElse(
                        number -> out.writeNumberProperty(name, number),
                        () -> out.writeNullProperty(name));
    }

    /** As {@link #tenths(String, Optional)} writes it. */
    static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }

    /** A number with two decimals, rounded half up. */
    void hundredths(String name, double value) {
        out.writeNumberProperty(name, BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP));
    }

    private void braces(Consumer<Json> content) {
        out.writeStartObject();
        content.accept(this);
        out.writeEndObject();
    }

    /** Writes the keys of one object of an array. */
    @FunctionalInterface
    interface ItemWriter<T> {
        void write(Json json, T item);
    }
}
