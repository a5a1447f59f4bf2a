package weservstatus.verdict;

/** What is known about one check now, from all its fresh observations. */
public enum CheckState {
    GOOD("good"),
    SLOW("slow"),
    /** One bad observation that no second one has confirmed yet. */
    SUSPECT("suspect"),
    /** Bad at more than one location or for long at one, but not for most of them. */
    PARTIAL("partial"),
    /** Two agreeing bad rounds. */
    FAILING("failing"),
    /** No fresh observation that says anything about the service. */
    UNKNOWN("unknown");

    private final String label;

    CheckState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
