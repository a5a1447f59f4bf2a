package weservstatus.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads one word, number or text.
 *
 * @param tags the YAML types that it may have
 * @param parse the value, absent when {@code refusal} applies
 */
record Scalar<T>(
        Set<Tag> tags,
        Function<String, Optional<T>> parse,
        Refusal refusal,
        Map<String, Object> schema)
        implements Reader<T> {
    private static final Set<Tag> UNQUOTED = Set.of(Tag.INT, Tag.FLOAT, Tag.BOOL);

    @Override
    public Optional<T> read(Spot spot, Reading reading) {
        Optional<T> value = value(spot);
        if (value.isEmpty()) {
            reading.refuse(spot, reason(spot), remedy(spot));
        }
        return value;
    }

    private String reason(Spot spot) {
        return spot.node().getTag().equals(Tag.NULL)
                ? "has no value"
                : spot.shown() + " " + refusal.reason();
    }

    private Optional<T> value(Spot spot) {
        return spot.node() instanceof ScalarNode scalar && tags.contains(scalar.getTag())
                ? parse.apply(scalar.getValue())
                : Optional.empty();
    }

    private String remedy(Spot spot) {
        boolean quotesWouldDo =
                spot.node() instanceof ScalarNode scalar
                        && UNQUOTED.contains(scalar.getTag())
                        && !tags.contains(scalar.getTag())
                        && parse.apply(scalar.getValue()).isPresent();
        return quotesWouldDo ? "put it in quotes: \"" + spot.shown() + "\"" : refusal.remedy();
    }
}
