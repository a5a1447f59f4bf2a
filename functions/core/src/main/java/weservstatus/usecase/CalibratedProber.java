package weservstatus.usecase;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Check;
import weservstatus.check.Target;
import weservstatus.check.TargetId;
import weservstatus.observe.Attempt;
import weservstatus.observe.ControlState;
import weservstatus.observe.Failure;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Finding;
import weservstatus.observe.Variant;
import weservstatus.store.CalibrationStore;
import weservstatus.verdict.Calibration.Step;

/**
 * A prober that knows its targets: where honest builds of the service differ, the first sight of
 * each way is learned and silent, and a change makes the finding fail.
 */
public final class CalibratedProber implements Prober {
    private final Prober prober;
    private final CalibrationStore calibrations;
    private final InstantSource clock;

    public CalibratedProber(Prober prober, CalibrationStore calibrations, InstantSource clock) {
        this.prober = prober;
        this.calibrations = calibrations;
        this.clock = clock;
    }

    @Override
    public Attempt probe(Check check, Target target, Duration limit) {
        Attempt attempt = prober.probe(check, target, limit);
        // What a wrong answer shows of the service is not worth learning.
        boolean tells =
                attempt.failure().isEmpty()
                        && attempt.findings().stream()
                                .anyMatch(finding -> finding.variant().isPresent());
        return tells
                ? new Attempt(attempt.check(), attempt.exchange(), held(check.target(), attempt))
                : attempt;
    }

    @Override
    public ControlState control(URI url, Duration limit) {
        return prober.control(url, limit);
    }

    private List<Finding> held(TargetId target, Attempt attempt) {
        return attempt.findings().stream()
                .map(finding ->
                        finding.variant()
                                .map(variant -> held(target, finding, variant))
                                .orElse(finding))
                .toList();
    }

    private Finding held(TargetId target, Finding finding, Variant variant) {
        return switch (step(target, variant, clock.instant())) {
            case Step.Learned _, Step.Same _ -> finding;
            case Step.Changed changed ->
                    new Finding(
                            "`%s` as before: %s".formatted(variant.trait(), changed.before()),
                            variant.seen(),
                            Optional.of(
                                    Failure.of(
                                            FailureReason.IMAGE,
                                            "`%s` changed: it was \"%s\", now \"%s\""
                                                    .formatted(
                                                            variant.trait(),
                                                            changed.before(),
                                                            variant.seen()))),
                            Optional.empty(),
                            finding.variant(),
                            finding.unproven());
        };
    }

    /** Stored where it is news; whoever comes second looks at what the first has learned. */
    private Step step(TargetId target, Variant variant, Instant at) {
        while (true) {
            CalibrationStore.Stored known = calibrations.find(target);
            Step step = known.calibration().with(variant, at);
            if (step.next().equals(known.calibration())
                    || calibrations.put(target, step.next(), known)) {
                return step;
            }
        }
    }
}
