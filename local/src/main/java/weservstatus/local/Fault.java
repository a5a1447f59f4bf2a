package weservstatus.local;

/** What is wrong with the demo's image service. */
public enum Fault {
    /** Every answer as it was recorded. */
    NONE("everything works"),
    /** Answers that should be WebP carry the bytes of a PNG; status and headers look fine. */
    WEBP_BREAKS("WebP breaks: its answers are PNG in disguise"),
    /** The front is there, the processing tier behind it is not: HTML 502 for everything. */
    ALL_DOWN("all is down: the front answers 502 to everything");

    private final String says;

    Fault(String says) {
        this.says = says;
    }

    /** One line for people who watch the demo. */
    public String says() {
        return says;
    }
}
