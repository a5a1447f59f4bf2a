package weservstatus.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Reads a list of 1 to {@code most} items. Items that were refused are left out, so that rules can
 * look at the others.
 *
 * @param what one item, without an article, such as "check"
 */
record ListOf<T>(String what, int most, Reader<T> item) implements Reader<List<T>> {

    @Override
    public Optional<List<T>> read(Spot spot, Reading reading) {
        if (!(spot.node() instanceof SequenceNode sequence)) {
            reading.refuse(
                    spot,
                    spot.shown() + " is not a list",
                    "start each " + what + " with \"- \" on a line of its own");
            return Optional.empty();
        }
        List<Node> nodes = sequence.getValue();
        if (nodes.isEmpty()) {
            reading.refuse(spot, "the list is empty", "add at least one " + what);
            return Optional.empty();
        }
        if (nodes.size() > most) {
            reading.refuse(
                    spot,
                    "the list has " + nodes.size() + " entries",
                    "keep at most " + most + " of them");
            return Optional.empty();
        }
        return Optional.of(items(spot, nodes, reading));
    }

    private List<T> items(Spot spot, List<Node> nodes, Reading reading) {
        List<T> items = new ArrayList<>();
        for (int index = 0; index < nodes.size(); index++) {
            item.read(spot.item(index, nodes.get(index)), reading).ifPresent(items::add);
        }
        return items;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("minItems", 1);
        schema.put("maxItems", most);
        schema.put("items", item.schema());
        return schema;
    }
}
