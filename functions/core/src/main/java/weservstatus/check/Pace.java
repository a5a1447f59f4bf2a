package weservstatus.check;

import java.time.Duration;

/**
 * How fast the monitor works. The rules are the same at every pace.
 *
 * @param round length of a slot: one round per location and slot
 * @param confirmAfter how long after the first bad observation and its immediate repeat the second
 *     confirm round follows, at a place that is alone
 * @param staleAfter age of the newest data beyond which the page is grey
 * @param recoverAfter how long a component must be good again, and not for fewer than three rounds,
 *     before its outage is called over
 */
public record Pace(
        Duration round, Duration confirmAfter, Duration staleAfter, Duration recoverAfter) {
    /** Two minutes of good answers end an outage. */
    public static final Duration RECOVER_AFTER = Duration.ofMinutes(2);

    private static final int REJOIN = 5;

    /** One round a minute, confirmed after 10 s, grey at 150 s, well again after two minutes. */
    public static final Pace STANDARD =
            new Pace(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(150),
                    RECOVER_AFTER);

    /**
     * How soon after its end an outage that comes back is the same one: 10 min at the standard
     * pace.
     */
    public Duration rejoinWithin() {
        return recoverAfter.multipliedBy(REJOIN);
    }
}
