package weservstatus.cost;

import java.time.Duration;

/**
 * What decides how much is used.
 *
 * @param checks that are asked in each round
 * @param turns whether there are others, which take turns
 * @param places that ask, each with a stack
 * @param round how often
 * @param views of the page in a month
 * @param stacks what the templates make
 */
public record Setup(
        int checks, boolean turns, int places, Duration round, long views, Stacks stacks) {
    /**
     * What the templates make, for home and for each further place.
     *
     * @param metrics custom ones that the review sends; what log lines of trouble count costs
     *     nothing while there is none
     */
    public record Stacks(int homeAlarms, int placeAlarms, int metrics) {}

    /** The same with so many views. */
    public Setup withViews(long others) {
        return new Setup(checks, turns, places, round, others, stacks);
    }
}
