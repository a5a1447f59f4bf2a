package weservstatus.local;

import weservstatus.check.Check;
import weservstatus.observe.Attempt;
import weservstatus.observe.Controls;
import weservstatus.observe.Observation;

/** Says what one attempt came to by itself and whose fault it is. */
@FunctionalInterface
public interface Judge {
    Observation judge(Attempt attempt, Check check, Controls controls);
}
