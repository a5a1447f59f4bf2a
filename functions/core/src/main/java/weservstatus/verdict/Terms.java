package weservstatus.verdict;

import java.time.Duration;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;

/**
 * The numbers that the rules use for one check.
 *
 * @param fresh how long an answer counts: two and a half of the check's own intervals
 * @param apart the least distance of two looks at a place that must agree with itself
 * @param locations how many are configured
 */
record Terms(Duration fresh, Duration apart, int locations) {

    private static final int FEW = 3;

    static Terms of(Catalogue catalogue, Check check) {
        return new Terms(
                freshness(check.schedule().interval(catalogue.pace().round())),
                apart(catalogue.pace().confirmAfter()),
                catalogue.locations().size());
    }

    /**
     * Half, since attempts of one round do not begin at quite the same moment; at least a
     * millisecond, since one answer never agrees with itself.
     */
    private static Duration apart(Duration confirmAfter) {
        Duration half = confirmAfter.dividedBy(2);
        return half.isPositive() ? half : Duration.ofMillis(1);
    }

    static Duration freshness(Duration interval) {
        return interval.multipliedBy(5).dividedBy(2);
    }

    /** Up to three locations must each agree with themselves; more of them with each other. */
    boolean hasFewLocations() {
        return locations <= FEW;
    }

    /** How many locations must say something: one of one, else two and at least half. */
    static int quorum(int locations) {
        return locations <= 1 ? 1 : Math.max(2, (locations + 1) / 2);
    }
}
