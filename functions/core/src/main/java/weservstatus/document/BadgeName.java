package weservstatus.document;

/** The badges that there are, of the page and of each component. */
public enum BadgeName {
    STATUS_SVG("status.svg"),
    UPTIME_SVG("uptime.svg"),
    LATENCY_SVG("latency.svg"),
    STATUS_JSON("status.json"),
    UPTIME_JSON("uptime.json"),
    LATENCY_JSON("latency.json");

    private final String file;

    BadgeName(String file) {
        this.file = file;
    }

    /** Last part of its path. */
    public String file() {
        return file;
    }
}
