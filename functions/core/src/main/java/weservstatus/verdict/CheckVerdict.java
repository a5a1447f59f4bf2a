package weservstatus.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.observe.Observation;

/**
 * What is known about one check now.
 *
 * @param since when the state began, as far back as the rounds reach: the first bad answer of an
 *     outage, the first good one after it; absent for what was never seen
 * @param trouble why it is not good: the newest bad observation of a suspect or failing check, the
 *     newest late one of a slow check, or what keeps an unknown one from being judged
 * @param badAt where the newest answer is bad, by id
 */
public record CheckVerdict(
        CheckId check,
        CheckState state,
        Optional<Instant> since,
        Optional<Observation> trouble,
        List<LocationId> badAt) {

    public CheckVerdict {
        badAt = List.copyOf(badAt);
    }
}
