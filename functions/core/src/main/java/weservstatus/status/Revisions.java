package weservstatus.status;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.ComponentId;
import weservstatus.uptime.DayItem;
import weservstatus.uptime.Revision;
import weservstatus.uptime.Tally;

/** When a published figure counts as changed: the table in docs/verdict.md. */
public final class Revisions {
    /** In points of a percentage. */
    private static final BigDecimal UNNOTICED = new BigDecimal("0.001");

    private Revisions() {}

    /**
     * The day as it was counted again, with what became of its published figures. What it was first
     * stays known, and so does when it changed last.
     */
    public static DayItem of(DayItem published, DayItem counted, Instant at) {
        SortedMap<ComponentId, Revision> revised = new TreeMap<>(published.revised());
        counted.rollup()
                .components()
                .forEach((component, share) -> {
                    Tally before = published.rollup().of(component).tally();
                    if (differ(before, share.tally())) {
                        Tally first =
                                Optional.ofNullable(published.revised().get(component))
                                        .map(Revision::before)
                                        .orElse(before);
                        revised.put(component, new Revision(first, at));
                    }
                });
        return counted.with(revised);
    }

    /** Whether readers see another uptime: by more than a thousandth of a point, or none before. */
    public static boolean differ(Tally published, Tally counted) {
        Optional<BigDecimal> before = UptimeFigure.uptime(published).map(BigDecimal::new);
        Optional<BigDecimal> after = UptimeFigure.uptime(counted).map(BigDecimal::new);
        if (before.isEmpty() || after.isEmpty()) {
            return before.isPresent() != after.isPresent();
        }
        return before.get().subtract(after.get()).abs().compareTo(UNNOTICED) > 0;
    }
}
