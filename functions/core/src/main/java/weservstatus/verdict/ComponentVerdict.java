package weservstatus.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;

/**
 * What is known about one component now.
 *
 * @param since when the status began, as far back as the rounds reach; absent when it never had
 *     another one than unknown
 * @param checks its active checks, in the order of the catalogue
 */
public record ComponentVerdict(
        ComponentId component,
        ComponentStatus status,
        Optional<Instant> since,
        List<CheckVerdict> checks) {

    public ComponentVerdict {
        checks = List.copyOf(checks);
    }
}
