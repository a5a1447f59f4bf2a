package weservstatus.uptime;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.ComponentId;

/**
 * What is known of a period. Rollups of periods that do not overlap add up to that of their sum, in
 * any order.
 *
 * @param speed latency of new pictures: good, warm observations of checks on the miss path
 */
public record Rollup(SortedMap<ComponentId, Share> components, Latency speed) {

    public static final Rollup NONE = new Rollup(new TreeMap<>(), Latency.NONE);

    public Rollup {
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
    }

    public Rollup plus(Rollup other) {
        SortedMap<ComponentId, Share> sum = new TreeMap<>(components);
        for (Map.Entry<ComponentId, Share> entry : other.components.entrySet()) {
            sum.merge(entry.getKey(), entry.getValue(), Share::plus);
        }
        return new Rollup(sum, speed.plus(other.speed));
    }

    /** The component's share, {@link Share#NONE} when it has none. */
    public Share of(ComponentId component) {
        return components.getOrDefault(component, Share.NONE);
    }
}
