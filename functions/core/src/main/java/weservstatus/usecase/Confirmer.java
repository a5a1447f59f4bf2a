package weservstatus.usecase;

import java.util.Set;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.time.Slot;

/** Port to the places: has one of them ask again. */
@FunctionalInterface
public interface Confirmer {

    /**
     * What to ask: {@link ProbeRound#confirm} of that place.
     *
     * @param number of the round, which is its own within place and slot
     */
    record Order(LocationId location, Slot slot, int number, Set<CheckId> checks) {
        public Order {
            checks = Set.copyOf(checks);
        }
    }

    /**
     * Returns when the round is stored, or when the place is sure to store it by itself. Any
     * exception means that the place did not answer; it is interrupted when that takes too long.
     */
    void confirm(Order order);
}
