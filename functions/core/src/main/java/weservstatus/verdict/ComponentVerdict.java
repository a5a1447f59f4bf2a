package weservstatus.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.observe.FailureReason;
import weservstatus.observe.Observation;

/**
 * What is known about one component now.
 *
 * @param since when the status began, as far back as the rounds reach; absent when it never had
 *     another one than unknown
 * @param checks its active checks, in the order of the catalogue
 * @param changes what makes it degraded beyond what single answers show; else empty
 * @param outage the open one; while it only seems to be over, the status is still its own
 * @param overruling present when the status was said and not seen
 */
public record ComponentVerdict(
        ComponentId component,
        ComponentStatus status,
        Optional<Instant> since,
        List<CheckVerdict> checks,
        List<Change> changes,
        Optional<OutageRecord> outage,
        Optional<Overruling> overruling) {

    public ComponentVerdict {
        checks = List.copyOf(checks);
        changes = List.copyOf(changes);
    }

    /** One whose status is what is seen. */
    public ComponentVerdict(
            ComponentId component,
            ComponentStatus status,
            Optional<Instant> since,
            List<CheckVerdict> checks,
            List<Change> changes,
            Optional<OutageRecord> outage) {
        this(component, status, since, checks, changes, outage, Optional.empty());
    }

    /** Degraded by what counting shows: never worse than that, and never better than it is. */
    ComponentVerdict changed(List<Change> found) {
        boolean well = status == ComponentStatus.OPERATIONAL;
        if (found.isEmpty() || !(well || status == ComponentStatus.DEGRADED_PERFORMANCE)) {
            return this;
        }
        Optional<Instant> began = found.stream().map(Change::since).min(Instant::compareTo);
        return new ComponentVerdict(
                component,
                ComponentStatus.DEGRADED_PERFORMANCE,
                well ? began : since,
                checks,
                found,
                outage);
    }

    /** Degraded since some of its answers fail, not since they come late. */
    boolean isFailingForSome() {
        return isSeen()
                && status == ComponentStatus.DEGRADED_PERFORMANCE
                && changes.stream().anyMatch(ComponentVerdict::isOfFailures);
    }

    /** Degraded since a certificate ends soon, and for no other reason. */
    boolean isOnlyExpiring() {
        return isSeen()
                && changes.isEmpty()
                && checks.stream()
                        .filter(check -> check.state() == CheckState.SLOW)
                        .allMatch(ComponentVerdict::isExpiring);
    }

    private static boolean isExpiring(CheckVerdict check) {
        return check.trouble()
                .flatMap(Observation::failure)
                .filter(failure -> failure.reason() == FailureReason.TLS)
                .isPresent();
    }

    private static boolean isOfFailures(Change change) {
        return switch (change) {
            case Change.Errors _, Change.Burning _ -> true;
            case Change.Lateness _ -> false;
        };
    }

    /** Still as bad as its open outage, if it is good but not for long enough. */
    ComponentVerdict holding(List<OutageRecord> outages) {
        Optional<OutageRecord> open =
                outages.stream()
                        .filter(outage -> outage.component().equals(component) && outage.lasts())
                        .findFirst();
        boolean held =
                open.flatMap(OutageRecord::seemsOver).isPresent()
                        && status != ComponentStatus.UNKNOWN;
        return new ComponentVerdict(
                component,
                held ? open.get().status() : status,
                held ? open.map(OutageRecord::start) : since,
                checks,
                changes,
                open);
    }

    /** Under announced work, unless nobody can see it. */
    ComponentVerdict maintained() {
        return status == ComponentStatus.UNKNOWN
                ? this
                : new ComponentVerdict(
                        component,
                        ComponentStatus.UNDER_MAINTENANCE,
                        since,
                        checks,
                        changes,
                        outage);
    }

    /** What somebody says of it instead of what is seen. */
    ComponentVerdict overruledBy(ComponentOverride said) {
        return new ComponentVerdict(
                component,
                said.status(),
                said.status() == status ? since : Optional.of(said.begun()),
                checks,
                changes,
                outage,
                Optional.of(Overruling.of(said, status)));
    }

    /** Whether its checks say what it is. */
    boolean isSeen() {
        return overruling.isEmpty();
    }
}
