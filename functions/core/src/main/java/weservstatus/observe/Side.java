package weservstatus.observe;

/** Whose fault a bad observation is. */
public enum Side {
    /** The place where the test card lies. */
    ORIGIN("origin"),
    /** The image service. */
    SERVICE("service"),
    /** The CDN or network in front of the service. */
    EDGE("edge"),
    /** A rate limit, ban or challenge against us. */
    BLOCKED("blocked"),
    /** The monitor itself. */
    MONITOR("monitor");

    private final String label;

    Side(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
