package weservstatus.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import weservstatus.check.Budget;
import weservstatus.check.CachePath;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.HttpCheck;
import weservstatus.check.JourneyCheck;
import weservstatus.check.Location;
import weservstatus.check.Parameter;
import weservstatus.check.PlainCheck;
import weservstatus.check.Rota;
import weservstatus.check.Target;
import weservstatus.time.Slot;

/**
 * What an hour of the monitor looks like: who asks what when, what that costs the target, and which
 * parameters of the service it proves. A pure function of the catalogue.
 *
 * @param first slot of the hour
 */
public record HourPlan(Catalogue catalogue, Slot first) {
    /** Within it every documented parameter is to be seen. */
    public static final Duration COVERAGE = Duration.ofHours(1);

    /** The checks of one slot at one location. */
    public record Turn(Slot slot, List<Check> checks) {}

    /** Requests of ten minutes that begin on time. */
    public record Requests(Slot from, int uncached, int cached, int none) {}

    /**
     * What one address sends to one target in any ten minutes.
     *
     * @param busiest the most uncached requests that are scheduled
     * @param reserve what asking again may add, nothing where nobody counts
     * @param needed what it must be able to add, or else turns are passed over
     */
    public record Cost(Target target, int busiest, Optional<Integer> reserve, int needed) {
        public boolean isKept() {
            return reserve.filter(left -> left < needed).isEmpty();
        }
    }

    /**
     * Which checks prove a parameter.
     *
     * @param gap the longest time in which no location asks any of them, nothing where there is
     *     none
     */
    public record Coverage(Parameter parameter, List<Check> checks, Optional<Duration> gap) {
        public boolean isKept() {
            return parameter.standing() != Parameter.Standing.DOCUMENTED
                    || gap.filter(time -> time.compareTo(COVERAGE) <= 0).isPresent();
        }
    }

    /** Whether every budget and the coverage are kept. */
    public boolean isKept() {
        return costs().stream().allMatch(Cost::isKept)
                && coverage().stream().allMatch(Coverage::isKept);
    }

    /** The slots of the hour, those without anything to do left out. */
    public List<Turn> turns(Location location) {
        Rota rota = new Rota(catalogue);
        return slots().stream()
                .map(slot -> new Turn(slot, rota.due(location.id(), slot)))
                .filter(turn -> !turn.checks().isEmpty())
                .toList();
    }

    /** The requests of the location in each ten minutes of the hour. */
    public List<Requests> requests(Location location) {
        List<Turn> turns = turns(location);
        return slots().stream()
                .filter(this::startsTenMinutes)
                .map(slot -> requests(slot, turns))
                .toList();
    }

    private boolean startsTenMinutes(Slot slot) {
        return Duration.between(first.start(), slot.start()).toMillis() % Budget.WINDOW.toMillis()
                == 0;
    }

    private static Requests requests(Slot from, List<Turn> turns) {
        List<Check> checks =
                turns.stream()
                        .filter(turn -> !turn.slot().start().isBefore(from.start()))
                        .filter(turn ->
                                turn.slot().start().isBefore(from.start().plus(Budget.WINDOW)))
                        .flatMap(turn -> turn.checks().stream())
                        .toList();
        return new Requests(
                from,
                checks.stream().mapToInt(Check::turnRequests).sum(),
                count(checks, CachePath.HIT),
                count(checks, CachePath.NONE));
    }

    private static int count(List<Check> checks, CachePath path) {
        return (int) checks.stream().filter(check -> check.cachePath() == path).count();
    }

    public List<Cost> costs() {
        Rota rota = new Rota(catalogue);
        return catalogue.targets().stream()
                .map(target ->
                        new Cost(
                                target,
                                rota.load(target.id()).busiest(),
                                rota.reserve(target.id()),
                                rota.leftToAskAgain(target.id())))
                .toList();
    }

    public List<Coverage> coverage() {
        Rota rota = new Rota(catalogue);
        return Arrays.stream(Parameter.values())
                .map(parameter -> coverage(parameter, rota))
                .toList();
    }

    private Coverage coverage(Parameter parameter, Rota rota) {
        List<Check> checks =
                catalogue.active().stream().filter(check -> proves(check, parameter)).toList();
        return new Coverage(
                parameter,
                checks,
                checks.stream().map(rota::longestGap).min(Comparator.naturalOrder()));
    }

    private static boolean proves(Check check, Parameter parameter) {
        return switch (check) {
            case HttpCheck http -> parameter.isProvenBy(http.path(), http.expectations());
            case PlainCheck _ -> false;
            case JourneyCheck journey ->
                    journey.steps().stream()
                            .anyMatch(
                                    step -> parameter.isProvenBy(step.path(), step.expectations()));
        };
    }

    private List<Slot> slots() {
        long count = Math.ceilDiv(COVERAGE.toMillis(), first.length().toMillis());
        return Stream.iterate(first, Slot::next).limit(count).toList();
    }
}
