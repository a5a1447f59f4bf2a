package weservstatus.status;

import java.math.BigDecimal;
import java.util.Optional;
import weservstatus.uptime.Tally;

/**
 * The one rule from milliseconds to the percentages that people read. Integer division that floors,
 * so that no failure is rounded away.
 */
public final class UptimeFigure {
    private static final long WHOLE = 100_000;
    private static final long ENOUGH_PER_MILLE = 950;
    private static final long CERTAIN_PER_MILLE = 995;

    private UptimeFigure() {}

    /**
     * Uptime in percent with three decimals: 1 − down / observed, floored. Absent below 95 %
     * coverage: that is not enough data. "100.000" only without any outage at a coverage of at
     * least 99.5 %, else at most "99.999".
     */
    public static Optional<String> uptime(Tally tally) {
        if (tally.observed() == 0 || coveragePerMille(tally) < ENOUGH_PER_MILLE) {
            return Optional.empty();
        }
        long up = tally.observed() - tally.down();
        long thousandths = up * WHOLE / tally.observed();
        boolean certain = tally.down() == 0 && coveragePerMille(tally) >= CERTAIN_PER_MILLE;
        long shown = certain ? thousandths : Math.min(thousandths, WHOLE - 1);
        return Optional.of(BigDecimal.valueOf(shown, 3).toString());
    }

    /**
     * Share in percent of the elapsed time that was observed or announced as maintenance, floored
     * to one decimal; absent when no time has passed.
     */
    public static Optional<String> coverage(Tally tally) {
        return tally.elapsed() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(coveragePerMille(tally), 1).toString());
    }

    private static long coveragePerMille(Tally tally) {
        return (tally.elapsed() - tally.unobserved()) * 1_000 / Math.max(1, tally.elapsed());
    }
}
