package weservstatus.check;

import java.time.Duration;
import java.util.Optional;

/**
 * What every check that asks no HTTP question says of itself, whatever its kind.
 *
 * @param timeout total deadline of one attempt
 * @param slowAfter total time beyond which a passed observation is slow
 * @param vital whether the page may be called down because of it
 */
public record CheckHead(
        CheckId id,
        String name,
        String why,
        ComponentId component,
        TargetId target,
        Schedule schedule,
        Duration timeout,
        Optional<Duration> slowAfter,
        boolean vital) {}
