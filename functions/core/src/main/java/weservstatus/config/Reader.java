package weservstatus.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Turns a value of the file into a value of the product, and says in JSON Schema what it accepts:
 * both come from the same place, so that editors and the loader cannot disagree.
 */
interface Reader<T> {

    /** The value, or nothing after at least one fault was noted in {@code reading}. */
    Optional<T> read(Spot spot, Reading reading);

    /** What this reader accepts, as far as JSON Schema 2020-12 can say it. */
    Map<String, Object> schema();

    default <R> Reader<R> map(Function<T, R> change) {
        return of((spot, reading) -> read(spot, reading).map(change), schema());
    }

    /** Refuses values that {@code holds} does not accept. */
    default Reader<T> where(Predicate<T> holds, Refusal refusal, Map<String, Object> schema) {
        return of(
                (spot, reading) -> {
                    Optional<T> value = read(spot, reading);
                    if (value.isPresent() && !holds.test(value.get())) {
                        reading.refuse(
                                spot, spot.shown() + " " + refusal.reason(), refusal.remedy());
                        return Optional.empty();
                    }
                    return value;
                },
                merged(schema(), schema));
    }

    /** Keeps the place beside the value, for rules that look at several values. */
    default Reader<Located<T>> located() {
        return of(
                (spot, reading) -> read(spot, reading).map(value -> new Located<>(value, spot)),
                schema());
    }

    static <T> Reader<T> of(Step<T> step, Map<String, Object> schema) {
        return new Reader<>() {
            @Override
            public Optional<T> read(Spot spot, Reading reading) {
                return step.read(spot, reading);
            }

            @Override
            public Map<String, Object> schema() {
                return schema;
            }
        };
    }

    private static Map<String, Object> merged(Map<String, Object> one, Map<String, Object> more) {
        Map<String, Object> all = new LinkedHashMap<>(one);
        all.putAll(more);
        return all;
    }

    /** The reading half of a reader. */
    @FunctionalInterface
    interface Step<T> {
        Optional<T> read(Spot spot, Reading reading);
    }

    /** A value and its place. */
    record Located<T>(T value, Spot spot) {}
}
