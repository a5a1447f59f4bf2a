package weservstatus.slo;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.verdict.Trial;

/**
 * How many answers there were, and how many bad ones from where. Blocked, self-fault and the
 * origin's fault are in neither.
 */
public record Trials(long total, SortedMap<Source, Long> bad) {

    public static final Trials NONE = new Trials(0, new TreeMap<>());

    public Trials {
        bad = Collections.unmodifiableSortedMap(new TreeMap<>(bad));
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

    long badLocations() {
        return bad.keySet().stream().map(Source::location).distinct().count();
    }

    long badChecks() {
        return bad.keySet().stream().map(Source::check).distinct().count();
    }
}
