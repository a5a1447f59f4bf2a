package weservstatus.verdict;

import java.time.Instant;
import weservstatus.check.CachePath;
import weservstatus.check.CheckId;
import weservstatus.observe.Observation;

/**
 * What counting shows of a component while no single answer does: sections 1 to 3 of
 * docs/statistics.md.
 */
public sealed interface Change {

    /** When it began: the alarm is dated back to there. */
    Instant since();

    /**
     * Of the answers on one path some fail.
     *
     * @param ratio the share that failed since then, above 0 to 1
     * @param latest the newest failure
     */
    record Errors(Instant since, CachePath path, double ratio, Observation latest)
            implements Change {}

    /**
     * Bad answers spend the error budget too fast.
     *
     * @param rate how many times as fast as the objective allows
     * @param latest the newest failure
     */
    record Burning(Instant since, double rate, Observation latest) implements Change {}

    /**
     * A check answers later than usual.
     *
     * @param factor how many times as long as usual the middle answer since then took
     */
    record Lateness(Instant since, CheckId check, double factor) implements Change {}
}
