package weservstatus.usecase;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.ComponentId;
import weservstatus.check.Looks;
import weservstatus.time.Slot;
import weservstatus.verdict.Verdicts;

/**
 * In which order the checks of one slot want to be asked: first those without which nothing can be
 * said of their component, then what waits longest.
 */
final class Choice {
    private final Catalogue catalogue;
    private final Looks looks;
    private final Slot slot;
    private final Map<ComponentId, Integer> wanted = new TreeMap<>();

    Choice(Catalogue catalogue, Looks looks, Slot slot) {
        this.catalogue = catalogue;
        this.looks = looks;
        this.slot = slot;
        catalogue
                .components()
                .forEach(each -> wanted.put(each.id(), wanted(catalogue.checksOf(each.id()))));
    }

    /** How many looks a component without vital checks lacks before anything is said of it. */
    private int wanted(List<Check> checks) {
        boolean stoodFor = checks.stream().anyMatch(Check::vital);
        int known = (int) checks.stream().filter(this::isKnown).count();
        return stoodFor ? 0 : Math.max(0, Math.ceilDiv(checks.size(), 2) - known);
    }

    private boolean isKnown(Check check) {
        Duration interval = interval(check);
        if (interval.equals(slot.length())) {
            return true;
        }
        return looks.last().containsKey(check.id())
                && looks.waited(check.id(), interval, slot.start())
                        <= (double) Verdicts.freshness(interval).toMillis() / interval.toMillis();
    }

    /** Whether the check was never looked at, or passed over when its turn came. */
    boolean isLate(Check check) {
        return !looks.last().containsKey(check.id()) || waited(check) > 1;
    }

    List<Check> inOrder(List<Check> checks) {
        ToIntFunction<Check> lack = check -> isKnown(check) ? 0 : of(check);
        List<Check> ordered = new ArrayList<>(checks);
        ordered.sort(
                Comparator.comparing(Check::vital)
                        .reversed()
                        .thenComparingInt(check ->
                                lack.applyAsInt(check) == 0
                                        ? Integer.MAX_VALUE
                                        : lack.applyAsInt(check))
                        .thenComparing(this::waited, Comparator.reverseOrder())
                        .thenComparing(this::interval));
        return ordered;
    }

    private int of(Check check) {
        return wanted.getOrDefault(check.component(), 0);
    }

    private double waited(Check check) {
        return looks.waited(check.id(), interval(check), slot.start());
    }

    private Duration interval(Check check) {
        return check.schedule().interval(catalogue.pace().round());
    }
}
