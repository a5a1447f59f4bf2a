package weservstatus.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;

/** A rule that looks at one component's answers and may find that too many of them are bad. */
@FunctionalInterface
public interface Alarm {

    /** One that is never raised. */
    Alarm NONE = (component, trials) -> Optional.empty();

    /**
     * What is found, absent when all is well.
     *
     * @param trials of the last day at least, in no certain order, without those that were seen
     *     while their check had an outage
     */
    Optional<Raised> of(ComponentId component, List<Trial> trials);

    /**
     * An alarm that holds.
     *
     * @param since the first bad answer that it speaks of
     * @param rate how many times as fast as allowed errors spend the budget
     */
    record Raised(Instant since, double rate) {}
}
