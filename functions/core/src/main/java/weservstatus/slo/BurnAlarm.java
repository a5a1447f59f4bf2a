package weservstatus.slo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.check.Objective;
import weservstatus.time.Interval;
import weservstatus.time.Spans;
import weservstatus.verdict.Alarm;
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
        List<Trial> counted = trials.stream().filter(trial -> !work.contains(trial.at())).toList();
        return catalogue.objective(component).flatMap(objective -> raised(objective, counted));
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
