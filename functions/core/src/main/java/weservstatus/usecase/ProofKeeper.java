package weservstatus.usecase;

import java.util.List;
import java.util.Map;
import java.util.Set;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.observe.Attempt;
import weservstatus.observe.Round;
import weservstatus.time.Slot;

/** Port to where the last good picture of each check is kept. Never throws. */
public interface ProofKeeper {

    /** Those checks of which a picture would be kept if it came in this slot. */
    Set<CheckId> wanted(List<Check> checks, Slot slot);

    /** Keeps pictures of good attempts, once the round is stored. */
    void keep(Round stored, Map<CheckId, Attempt> good);

    /** Keeps nothing. */
    ProofKeeper NONE =
            new ProofKeeper() {
                @Override
                public Set<CheckId> wanted(List<Check> checks, Slot slot) {
                    return Set.of();
                }

                @Override
                public void keep(Round stored, Map<CheckId, Attempt> good) {}
            };
}
