package weservstatus.verdict;

/** How it is, in everyday words: one of these heads the page. */
public enum Headline {
    WORKS("works"),
    SLOW("slow"),
    /** All is well and in time, but a certificate will not be valid for long. */
    EXPIRING("expiring"),
    SOME_FAIL("some_fail"),
    CACHED_ONLY("cached_only"),
    DOWN("down"),
    /** No outage is seen any more, but the last one is not called over yet. */
    RECOVERING("recovering"),
    MAINTENANCE("maintenance"),
    CANNOT_SEE("cannot_see");

    private final String label;

    Headline(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
