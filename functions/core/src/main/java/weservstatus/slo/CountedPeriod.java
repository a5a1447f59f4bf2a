package weservstatus.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import weservstatus.time.Interval;
import weservstatus.time.Slot;
import weservstatus.verdict.Trial;
import weservstatus.verdict.Trials;

/**
 * What one component's checks answered during some time: a minute, or longer where it is long ago.
 */
public record CountedPeriod(Interval period, Trials trials) {

    /** Fine enough for the shortest window of {@link BurnWindow}. */
    public static final Duration LENGTH = Duration.ofMinutes(1);

    /**
     * The trials by periods of {@link #LENGTH}, those without any left out. Only scheduled ones
     * count: confirm rounds would weigh times of trouble more. Order and repeats change nothing.
     */
    public static List<CountedPeriod> of(Collection<Trial> trials) {
        Map<Slot, Trials> counted = new TreeMap<>();
        Set<Trial> seen = new HashSet<>();
        for (Trial trial : trials) {
            if (trial.number() == 0 && seen.add(trial)) {
                counted.merge(Slot.containing(trial.at(), LENGTH), Trials.of(trial), Trials::plus);
            }
        }
        return counted.entrySet().stream()
                .map(entry ->
                        new CountedPeriod(
                                new Interval(entry.getKey().start(), entry.getKey().end()),
                                entry.getValue()))
                .toList();
    }

    /** All trials of the periods that begin within the time before {@code now}. */
    static Trials within(Collection<CountedPeriod> periods, Duration before, Instant now) {
        Interval window = new Interval(now.minus(before), now);
        return periods.stream()
                .filter(counted -> window.contains(counted.period().start()))
                .map(CountedPeriod::trials)
                .reduce(Trials.NONE, Trials::plus);
    }
}
