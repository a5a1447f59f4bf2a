package weservstatus.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One key of a mapping with its value. */
record Entry(String key, Spot keySpot, Spot value) {

    /** The entries of a mapping, each key once; a key that is written again is refused. */
    static List<Entry> of(Spot mapping, Reading reading) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple tuple : ((MappingNode) mapping.node()).getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                Spot odd = new Spot(tuple.getKeyNode(), mapping.path());
                reading.refuse(odd, odd.shown() + " cannot be a key", "write one word");
                continue;
            }
            String name = key.getValue();
            Spot keySpot = mapping.entry(name, key);
            Integer first = lines.putIfAbsent(name, keySpot.line());
            if (first == null) {
                entries.add(new Entry(name, keySpot, mapping.entry(name, tuple.getValueNode())));
            } else {
                reading.refuse(
                        keySpot, "is written twice, first in line " + first, "remove one of them");
            }
        }
        return entries;
    }
}
