package weservstatus.check;

import java.time.Duration;

/**
 * How fast the monitor works. The rules are the same at every pace.
 *
 * @param round length of a slot: one round per location and slot
 * @param confirmAfter how long after the first bad observation and its immediate repeat the second
 *     confirm round follows, at a place that is alone
 * @param staleAfter age of the newest data beyond which the page is grey
 */
public record Pace(Duration round, Duration confirmAfter, Duration staleAfter) {
    /** One round a minute, confirmed after 10 s, grey at 150 s. */
    public static final Pace STANDARD =
            new Pace(Duration.ofSeconds(60), Duration.ofSeconds(10), Duration.ofSeconds(150));
}
