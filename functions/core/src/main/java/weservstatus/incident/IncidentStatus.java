package weservstatus.incident;

import java.util.Arrays;
import java.util.Optional;

/** How far the repair is. Statuspage's words, in the order in which they are usually passed. */
public enum IncidentStatus {
    INVESTIGATING("investigating"),
    IDENTIFIED("identified"),
    MONITORING("monitoring"),
    RESOLVED("resolved"),
    /** Resolved, and explained afterwards. */
    POSTMORTEM("postmortem");

    private final String label;

    IncidentStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Whether the trouble is over. */
    public boolean isOver() {
        return this == RESOLVED || this == POSTMORTEM;
    }

    public static Optional<IncidentStatus> find(String label) {
        return Arrays.stream(values()).filter(status -> status.label.equals(label)).findFirst();
    }
}
