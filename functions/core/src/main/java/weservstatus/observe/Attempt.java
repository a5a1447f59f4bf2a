package weservstatus.observe;

import java.util.List;
import java.util.Optional;
import weservstatus.check.CheckId;

/**
 * One request for one check with everything that was seen. Lives only until it is judged; what is
 * kept is the {@link Observation}.
 *
 * @param findings one per expectation, in order; empty when no answer came
 */
public record Attempt(CheckId check, Exchange exchange, List<Finding> findings) {
    public Attempt {
        findings = List.copyOf(findings);
    }

    /** The transport failure, or the first expectation that does not hold. */
    public Optional<Failure> failure() {
        return switch (exchange) {
            case Exchange.Broken broken -> Optional.of(broken.failure());
            case Exchange.Answered _, Exchange.Reached _ ->
                    findings.stream().flatMap(finding -> finding.failure().stream()).findFirst();
        };
    }
}
