package weservstatus.slo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.check.LocationId;
import weservstatus.check.Objective;
import weservstatus.time.Interval;
import weservstatus.time.Spans;
import weservstatus.verdict.Alarm;
import weservstatus.verdict.ErrorCusum;
import weservstatus.verdict.Trial;

/**
 * Raised where errors spend a budget so fast that somebody must look now; what can wait is no news
 * for visitors.
 *
 * @param excused announced work, whose answers do not count
 */
public record BurnAlarm(Catalogue catalogue, Map<ComponentId, Spans> excused, Instant now)
        implements Alarm {

    public BurnAlarm {
        excused = Map.copyOf(excused);
    }

    @Override
    public Optional<Raised> of(ComponentId component, List<Trial> trials) {
        Spans work = excused.getOrDefault(component, Spans.NONE);
        List<Trial> counted =
                independent(
                        trials.stream()
                                .filter(trial -> !work.contains(trial.at()))
                                .sorted(
                                        Comparator.comparing(Trial::at)
                                                .thenComparing(Trial::location)
                                                .thenComparing(Trial::check))
                                .toList());
        return catalogue.objective(component).flatMap(objective -> raised(objective, counted));
    }

    /**
     * Without failures that a place saw shortly after another one: one lost moment makes all checks
     * of a round fail and says no more than one of them.
     */
    private static List<Trial> independent(List<Trial> trials) {
        Map<LocationId, Instant> last = new HashMap<>();
        List<Trial> counted = new ArrayList<>();
        for (Trial trial : trials) {
            Instant before = last.getOrDefault(trial.location(), Instant.EPOCH);
            if (!trial.failed()) {
                counted.add(trial);
            } else if (!trial.at().isBefore(before.plus(ErrorCusum.APART))) {
                last.put(trial.location(), trial.at());
                counted.add(trial);
            }
        }
        return counted;
    }

    private Optional<Raised> raised(Objective objective, List<Trial> trials) {
        List<CountedPeriod> periods = CountedPeriod.of(trials);
        return BurnRule.decide(objective, periods, now, catalogue.locations().size())
                .filter(window -> window.urgency() == Urgency.PAGE)
                .flatMap(window -> {
                    Interval within = new Interval(now.minus(window.longWindow()), now);
                    double rate =
                            BurnRule.burnRate(
                                    objective,
                                    CountedPeriod.within(periods, window.longWindow(), now));
                    return trials.stream()
                            .filter(Trial::failed)
                            .map(Trial::at)
                            .filter(within::contains)
                            .min(Instant::compareTo)
                            .map(since -> new Raised(since, rate));
                });
    }
}
