package weservstatus.verdict;

import java.util.List;

/**
 * How much a component goes up and down: Nagios' rule. Of the last 21 states the twenty possible
 * changes weigh from 0.75 for the oldest to 1.25 for the newest.
 */
final class Unrest {

    /** How many states, one per slot, are looked at. */
    static final int STATES = 21;

    private static final double OLDEST = 0.75;
    private static final double NEWEST = 1.25;
    private static final double START_RATIO = 0.30;
    private static final double STOP_RATIO = 0.20;

    private Unrest() {}

    /**
     * The weighted share of changes, 0 to 1.
     *
     * @param bad the newest states, oldest first; fewer than 21 count as if there had been no
     *     change before
     */
    static double changeRatio(List<Boolean> bad) {
        int changes = STATES - 1;
        double sum = 0;
        for (int i = 1; i < bad.size(); i++) {
            if (!bad.get(i).equals(bad.get(i - 1))) {
                int place = changes - bad.size() + i;
                sum += OLDEST + (NEWEST - OLDEST) * place / (changes - 1);
            }
        }
        return sum / changes;
    }

    /** Starts at 30 %, stops at 20 %. */
    static boolean isUnstable(boolean before, double changeRatio) {
        return before ? changeRatio > STOP_RATIO : changeRatio >= START_RATIO;
    }
}
