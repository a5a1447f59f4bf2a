package weservstatus.verdict;

/**
 * What a decision must know beside the rounds.
 *
 * @param memory what the last decision left
 * @param budgets whether a component's errors spend its budget too fast
 */
public record Background(OutageMemory memory, Alarm budgets) {

    /** For the very first decision, where nothing is promised. */
    public static final Background NONE = new Background(OutageMemory.NONE, Alarm.NONE);
}
