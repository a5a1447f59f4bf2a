package weservstatus.status;

import java.math.BigDecimal;
import java.util.Optional;
import weservstatus.uptime.Tally;

/**
 * The one rule from milliseconds to the percentages that people read. Integer division that floors,
 * so that no failure is rounded away. All but the coverage have three decimals and are absent below
 * 95 % coverage, which is not enough data.
 *
 * @param uptime 1 − down / observed, announced work left out. "100.000" only without any outage at
 *     a coverage of at least 99.5 %, else at most "99.999"
 * @param low the same if each outage lasted as long as it can have lasted
 * @param high the same if each outage lasted no longer than it certainly did
 * @param strict all time counts, announced work too, and only operational time is up
 * @param weighted as Atlassian Statuspage counts: a major outage in full, a partial one at 30 %
 * @param coverage share of the elapsed time that was observed, floored to one decimal; absent when
 *     no time has passed
 */
public record UptimeFigure(
        Optional<String> uptime,
        Optional<String> low,
        Optional<String> high,
        Optional<String> strict,
        Optional<String> weighted,
        Optional<String> coverage) {
    private static final long WHOLE = 100_000;
    private static final long ENOUGH_PER_MILLE = 950;
    private static final long CERTAIN_PER_MILLE = 995;
    private static final long MAJOR_TENTHS = 10;
    private static final long PARTIAL_TENTHS = 3;

    public static UptimeFigure of(Tally tally) {
        long observed = tally.observed();
        return new UptimeFigure(
                uptime(tally),
                share(tally, observed - tally.most(), observed),
                share(tally, observed - tally.least(), observed),
                share(
                        tally,
                        observed + tally.maintenance() - tally.flawed(),
                        observed + tally.maintenance()),
                share(tally, MAJOR_TENTHS * observed - lostTenths(tally), MAJOR_TENTHS * observed),
                coverage(tally));
    }

    /** {@link #uptime()} of this period alone. */
    public static Optional<String> uptime(Tally tally) {
        return share(tally, tally.observed() - tally.down(), tally.observed());
    }

    /** {@link #coverage()} of this period alone. */
    public static Optional<String> coverage(Tally tally) {
        return tally.elapsed() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(coveragePerMille(tally), 1).toString());
    }

    private static long lostTenths(Tally tally) {
        return MAJOR_TENTHS * tally.major() + PARTIAL_TENTHS * tally.partial();
    }

    private static Optional<String> share(Tally tally, long up, long whole) {
        if (whole == 0 || coveragePerMille(tally) < ENOUGH_PER_MILLE) {
            return Optional.empty();
        }
        long thousandths = Math.max(0, up) * WHOLE / whole;
        boolean certain = tally.most() == 0 && coveragePerMille(tally) >= CERTAIN_PER_MILLE;
        long shown = certain ? thousandths : Math.min(thousandths, WHOLE - 1);
        return Optional.of(BigDecimal.valueOf(shown, 3).toString());
    }

    private static long coveragePerMille(Tally tally) {
        return (tally.elapsed() - tally.unobserved()) * 1_000 / Math.max(1, tally.elapsed());
    }
}
