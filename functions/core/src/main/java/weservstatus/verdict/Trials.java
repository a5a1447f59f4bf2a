package weservstatus.verdict;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many answers there were, and how many bad ones from where. Blocked, self-fault and the
 * origin's fault are in neither.
 */
public record Trials(long total, SortedMap<Source, Long> bad) {

    public static final Trials NONE = new Trials(0, new TreeMap<>());

    public Trials {
        bad = Collections.unmodifiableSortedMap(new TreeMap<>(bad));
    }

    /** Those of scheduled rounds: confirm rounds would weigh times of trouble more. */
    public static Trials of(Collection<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.number() == 0)
                .map(Trials::of)
                .reduce(NONE, Trials::plus);
    }

    public static Trials of(Trial trial) {
        SortedMap<Source, Long> bad = new TreeMap<>();
        if (trial.failed()) {
            bad.put(new Source(trial.location(), trial.check()), 1L);
        }
        return new Trials(1, bad);
    }

    public Trials plus(Trials other) {
        SortedMap<Source, Long> sum = new TreeMap<>(bad);
        other.bad.forEach((source, count) -> sum.merge(source, count, Long::sum));
        return new Trials(total + other.total, sum);
    }

    public long badCount() {
        return bad.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Share of bad answers; 0 without any answer. */
    public double errorRatio() {
        return total == 0 ? 0 : (double) badCount() / total;
    }

    /** From how many locations bad ones came. */
    public long badLocations() {
        return bad.keySet().stream().map(Source::location).distinct().count();
    }

    /** Of how many checks bad ones were. */
    public long badChecks() {
        return bad.keySet().stream().map(Source::check).distinct().count();
    }
}
