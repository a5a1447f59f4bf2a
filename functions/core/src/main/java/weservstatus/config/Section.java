package weservstatus.config;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A mapping that was read: the fields that are there and sound, and where they stand. */
final class Section {
    private final Spot spot;
    private final Map<Field<?>, Object> values;
    private final Map<Field<?>, Spot> spots;
    private final boolean sound;

    Section(Spot spot, Map<Field<?>, Object> values, Map<Field<?>, Spot> spots, boolean sound) {
        this.spot = spot;
        this.values = values;
        this.spots = spots;
        this.sound = sound;
    }

    /** Whether nothing in it was refused. */
    boolean isSound() {
        return sound;
    }

    /** The value of a required field of a sound section. */
    <T> T of(Field<T> field) {
        return find(field).orElseThrow(() -> new NoSuchElementException(field.name()));
    }

    /** The value, absent when the field is missing or was refused. */
    // Sound: only SectionReader fills the map, with what the very same field has read.
    @SuppressWarnings("unchecked")
    <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable((T) values.get(field));
    }

    <T> T orElse(Field<T> field, T otherwise) {
        return find(field).orElse(otherwise);
    }

    /** Whether the key is written, sound or not. */
    boolean has(Field<?> field) {
        return spots.containsKey(field);
    }

    Spot spot() {
        return spot;
    }

    /** Where the field's value stands; the section itself where the field is missing. */
    Spot spotOf(Field<?> field) {
        return spots.getOrDefault(field, spot);
    }
}
