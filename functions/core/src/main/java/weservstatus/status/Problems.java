package weservstatus.status;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.CheckId;
import weservstatus.check.Location;
import weservstatus.observe.EvidenceId;
import weservstatus.observe.Failure;
import weservstatus.observe.Observation;
import weservstatus.observe.Side;
import weservstatus.status.StatusSnapshot.Problem;
import weservstatus.verdict.Change;
import weservstatus.verdict.CheckState;
import weservstatus.verdict.CheckVerdict;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.ComponentVerdict;

/** Why a component is not operational, what fails first. */
final class Problems {

    private static final int MOST = 5;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Problems() {}

    static List<Problem> of(Catalogue catalogue, ComponentVerdict component) {
        Stream<Problem> seen =
                component.checks().stream()
                        .filter(check -> isProblem(check, component.status()))
                        .sorted(Comparator.comparing(check -> check.state() != CheckState.FAILING))
                        .flatMap(check -> problem(catalogue, check).stream());
        Stream<Problem> counted =
                component.status() == ComponentStatus.DEGRADED_PERFORMANCE
                        ? component.changes().stream().map(change -> problem(catalogue, change))
                        : Stream.empty();
        return Stream.concat(counted, seen).limit(MOST).toList();
    }

    private static Problem problem(Catalogue catalogue, Change change) {
        String since = " since " + TIME.format(change.since());
        return switch (change) {
            case Change.Errors(_, CachePath path, double ratio, Observation latest) -> {
                Check check = catalogue.find(latest.check()).orElseThrow();
                String share = "about " + Math.max(1, Math.round(100 * ratio)) + " % of ";
                yield failed(check, latest, said(share + plural(path) + " fail" + since, latest));
            }
            case Change.Burning(_, double rate, Observation latest) -> {
                Check check = catalogue.find(latest.check()).orElseThrow();
                String times = Math.round(10 * rate) / 10.0 + " times as fast as allowed";
                yield failed(
                        check, latest, said("errors spend the budget " + times + since, latest));
            }
            case Change.Lateness(_, CheckId id, double factor) -> {
                Check check = catalogue.find(id).orElseThrow();
                String times =
                        "takes " + Math.round(10 * factor) / 10.0 + " times as long as usual";
                yield late(check, times + since);
            }
        };
    }

    private static Failure said(String share, Observation latest) {
        Failure failure = latest.failure().orElseThrow();
        return new Failure(
                failure.reason(), failure.phase(), share + ", lately: " + failure.message());
    }

    private static String plural(CachePath path) {
        return switch (path) {
            case MISS -> "new pictures";
            case HIT -> "cached pictures";
            case NONE -> "answers";
        };
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
        return late(
                check,
                "answered after "
                        + trouble.phases().total().toMillis()
                        + " ms, slow above "
                        + limit
                        + " ms");
    }

    private static Problem late(Check check, String message) {
        return new Problem(check.id().value(), check.name(), "", "SLOW", message, Optional.empty());
    }
}
