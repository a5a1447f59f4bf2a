package weservstatus.verdict;

import java.time.Instant;
import java.util.Optional;
import weservstatus.check.LocationId;

/**
 * What a location did lately.
 *
 * @param lastRound start of its newest scheduled round in which anything was tried
 * @param seesNow whether a fresh round of it says something about the service
 */
public record LocationVerdict(
        LocationId location, LocationState state, Optional<Instant> lastRound, boolean seesNow) {}
