package weservstatus.observe;

/** What became of one attempt, never a mere yes or no. */
public enum Result {
    PASSED("passed"),
    /** All expectations hold, but later than the check allows, or not for long. */
    SLOW("slow"),
    FAILED("failed"),
    /** A rate limit or challenge that only we see: says nothing about the service. */
    BLOCKED("blocked"),
    /** The monitor itself was at fault: its network, its resolver, its own time. */
    SELF_FAULT("self-fault"),
    /** The slot passed without an attempt. */
    NO_DATA("no data");

    private final String label;

    Result(String label) {
        this.label = label;
    }

    /** The word used in JSON and on the page. */
    public String label() {
        return label;
    }

    /** Whether the service did its work. */
    public boolean isGood() {
        return this == PASSED || this == SLOW;
    }

    /** Whether the attempt says anything about the service. */
    public boolean isJudged() {
        return isGood() || this == FAILED;
    }
}
