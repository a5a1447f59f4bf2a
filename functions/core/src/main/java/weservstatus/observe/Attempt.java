package weservstatus.observe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.check.CheckId;

/**
 * One run of one check with everything that was seen. Lives only until it is judged; what is kept
 * is the {@link Observation}.
 *
 * @param exchange the request; of a journey the one that decides: the first that failed, else the
 *     last
 * @param findings one per expectation, in order; empty when no answer came
 * @param steps the requests of a journey in their order, empty for a check of one request
 */
public record Attempt(
        CheckId check, Exchange exchange, List<Finding> findings, List<StepAttempt> steps) {
    public Attempt {
        findings = List.copyOf(findings);
        steps = List.copyOf(steps);
    }

    /** Of a check of one request. */
    public Attempt(CheckId check, Exchange exchange, List<Finding> findings) {
        this(check, exchange, findings, List.of());
    }

    /** The first expectation that will not hold for long. */
    public Optional<Failure> warning() {
        return findings.stream().flatMap(finding -> finding.warning().stream()).findFirst();
    }

    /**
     * What nothing is known of although all is well: parts of a picture that cannot be looked at
     * here, requests that the service declined.
     */
    public List<String> unproven() {
        Stream<String> ofSteps = steps.stream().flatMap(step -> step.unproven().stream());
        Stream<String> ofFindings = findings.stream().flatMap(each -> each.unproven().stream());
        boolean seen = steps.stream().skip(1).anyMatch(step -> step.unproven().isEmpty());
        return Stream.concat(ofSteps, seen ? Stream.empty() : ofFindings).distinct().toList();
    }

    /** The transport failure, or the first expectation that does not hold. */
    public Optional<Failure> failure() {
        return switch (exchange) {
            case Exchange.Broken broken -> Optional.of(broken.failure());
            case Exchange.Answered _, Exchange.Reached _ ->
                    findings.stream().flatMap(finding -> finding.failure().stream()).findFirst();
        };
    }

    /** When it began. */
    public Instant started() {
        return steps.isEmpty() ? exchange.started() : steps.getFirst().exchange().started();
    }

    /** Where its time went: of a journey the sum over all requests, without our own thinking. */
    public Phases phases() {
        return steps.stream()
                .map(step -> step.exchange().phases())
                .reduce(Phases::plus)
                .orElse(exchange.phases());
    }

    /** Whether any of its requests was sent by too young a process for the latency to count. */
    public boolean cold() {
        return exchange.cold() || steps.stream().anyMatch(step -> step.exchange().cold());
    }
}
