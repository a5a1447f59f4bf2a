package weservstatus.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.Budget;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.LocationId;
import weservstatus.check.Rota;
import weservstatus.check.TargetId;
import weservstatus.observe.Observation;
import weservstatus.observe.Result;
import weservstatus.observe.Round;
import weservstatus.store.RoundStore;
import weservstatus.time.Interval;

/**
 * What one location may ask beside its turns. What it has spent of that is read from the stored
 * rounds, so that a restart forgets nothing.
 */
final class Spending {
    /** How often a bad answer is asked again, at most, until it is confirmed. */
    private static final int REPEATS = 2;

    private final Catalogue catalogue;
    private final Rota rota;
    private final LocationId location;
    private final RoundStore rounds;

    Spending(Catalogue catalogue, LocationId location, RoundStore rounds) {
        this.catalogue = catalogue;
        this.rota = new Rota(catalogue);
        this.location = location;
        this.rounds = rounds;
    }

    /**
     * Of the checks those that may be asked now, out of turn. What it takes to confirm an outage is
     * left to the vital ones: else the first round after a start would keep the monitor from
     * telling a dead service for ten minutes.
     */
    List<Check> affordable(List<Check> wanted, Instant now) {
        List<Check> affordable = new ArrayList<>(wanted);
        for (TargetId target : wanted.stream().map(Check::target).distinct().toList()) {
            Optional<Integer> reserve = rota.reserve(target);
            if (reserve.isPresent()) {
                List<Check> here = of(target, wanted);
                affordable.removeAll(here);
                affordable.addAll(affordable(target, here, reserve.get() - spent(target, now)));
            }
        }
        return wanted.stream().filter(affordable::contains).toList();
    }

    private List<Check> affordable(TargetId target, List<Check> wanted, int rest) {
        List<Check> vital = wanted.stream().filter(Check::vital).toList();
        List<Check> others = wanted.stream().filter(check -> !check.vital()).toList();
        List<Check> affordable = new ArrayList<>(Budget.affordable(vital, rest));
        int kept = REPEATS * requests(of(target, vital()));
        int left = Math.max(0, rest - requests(affordable) - kept);
        affordable.addAll(Budget.affordable(others, left));
        return affordable;
    }

    private List<Check> vital() {
        return catalogue.active().stream().filter(Check::vital).toList();
    }

    private static int requests(List<Check> checks) {
        return checks.stream().mapToInt(Check::uncachedRequests).sum();
    }

    private static List<Check> of(TargetId target, List<Check> checks) {
        return checks.stream().filter(check -> check.target().equals(target)).toList();
    }

    private int spent(TargetId target, Instant now) {
        Instant from = now.minus(Budget.WINDOW);
        Duration round = catalogue.pace().round();
        Interval slots = new Interval(from.minus(round), now.plus(round));
        return rounds.list(location, slots).stream()
                .filter(each -> each.finished().isAfter(from))
                .mapToInt(each -> spent(target, each))
                .sum();
    }

    private int spent(TargetId target, Round round) {
        return round.observations().stream()
                .filter(observation -> observation.result() != Result.NO_DATA)
                .map(Observation::check)
                .flatMap(id -> catalogue.find(id).stream())
                .filter(check -> check.target().equals(target))
                .filter(check -> round.number() > 0 || !rota.isDue(check, location, round.slot()))
                .mapToInt(Check::uncachedRequests)
                .sum();
    }
}
