package weservstatus.incident;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import weservstatus.check.ComponentId;

/**
 * What the judge knows now. Deciding twice on the same change decides nothing new.
 *
 * @param at moment of the verdict
 * @param troubles all that last, and those that ended lately
 * @param maintained components under announced work now: what fails there is held back
 * @param justMaintained components whose work ended since the last verdict
 */
public record VerdictChange(
        Instant at,
        List<Trouble> troubles,
        Set<ComponentId> maintained,
        Set<ComponentId> justMaintained) {
    public VerdictChange {
        troubles = List.copyOf(troubles);
        maintained = Set.copyOf(maintained);
        justMaintained = Set.copyOf(justMaintained);
    }
}
