package weservstatus.status;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Location;
import weservstatus.observe.EvidenceId;
import weservstatus.observe.Failure;
import weservstatus.observe.Observation;
import weservstatus.observe.Side;
import weservstatus.status.StatusSnapshot.Problem;
import weservstatus.verdict.CheckState;
import weservstatus.verdict.CheckVerdict;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.ComponentVerdict;

/** Why a component is not operational, what fails first. */
final class Problems {

    private static final int MOST = 5;

    private Problems() {}

    static List<Problem> of(Catalogue catalogue, ComponentVerdict component) {
        return component.checks().stream()
                .filter(check -> isProblem(check, component.status()))
                .sorted(Comparator.comparing(check -> check.state() != CheckState.FAILING))
                .limit(MOST)
                .flatMap(check -> problem(catalogue, check).stream())
                .toList();
    }

    /** What is unknown is a problem only where it keeps its component unknown. */
    private static boolean isProblem(CheckVerdict check, ComponentStatus status) {
        return switch (check.state()) {
            case GOOD, SUSPECT -> false;
            case SLOW, PARTIAL, FAILING -> true;
            case UNKNOWN -> status == ComponentStatus.UNKNOWN;
        };
    }

    private static Optional<Problem> problem(Catalogue catalogue, CheckVerdict verdict) {
        Check check = catalogue.find(verdict.check()).orElseThrow();
        return verdict.trouble()
                .map(trouble ->
                        trouble.failure()
                                .map(failure ->
                                        failed(check, trouble, said(catalogue, verdict, failure)))
                                .orElseGet(() -> slow(check, trouble)));
    }

    private static Problem failed(Check check, Observation trouble, Failure failure) {
        return new Problem(
                check.id().value(),
                check.name(),
                trouble.side().map(Side::label).orElse(""),
                failure.reason().name(),
                failure.message(),
                trouble.evidence().map(EvidenceId::value));
    }

    /** What fails for some only is said together with where. */
    private static Failure said(Catalogue catalogue, CheckVerdict verdict, Failure failure) {
        if (verdict.state() != CheckState.PARTIAL) {
            return failure;
        }
        String places =
                catalogue.locations().stream()
                        .filter(location -> verdict.badAt().contains(location.id()))
                        .map(Location::name)
                        .collect(Collectors.joining(", "));
        return new Failure(
                failure.reason(),
                failure.phase(),
                "from " + places + " only: " + failure.message());
    }

    private static Problem slow(Check check, Observation trouble) {
        long limit = check.slowAfter().map(Duration::toMillis).orElse(0L);
        return new Problem(
                check.id().value(),
                check.name(),
                "",
                "SLOW",
                "answered after "
                        + trouble.phases().total().toMillis()
                        + " ms, slow above "
                        + limit
                        + " ms",
                Optional.empty());
    }
}
