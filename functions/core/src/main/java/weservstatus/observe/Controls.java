package weservstatus.observe;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.TargetId;

/**
 * The control probes of one round, asked before anything is judged.
 *
 * @param provider an object on another provider: fails when the monitor itself is blind
 * @param origins the test card, fetched directly from each target's origin
 */
public record Controls(ControlState provider, SortedMap<TargetId, ControlState> origins) {
    public Controls {
        origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
    }

    public static final Controls NONE = new Controls(ControlState.NONE, new TreeMap<>());

    public ControlState origin(TargetId target) {
        return origins.getOrDefault(target, ControlState.NONE);
    }
}
