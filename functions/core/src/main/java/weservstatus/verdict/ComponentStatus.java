package weservstatus.verdict;

import java.util.Arrays;
import java.util.Optional;

/**
 * What visitors read about a component, a group or the page. Words of Statuspage, and one that it
 * lacks: unknown. Ordered from best to worst.
 */
public enum ComponentStatus {
    OPERATIONAL("operational"),
    UNDER_MAINTENANCE("under_maintenance"),
    /** No fresh data: neither up nor down. */
    UNKNOWN("unknown"),
    DEGRADED_PERFORMANCE("degraded_performance"),
    PARTIAL_OUTAGE("partial_outage"),
    MAJOR_OUTAGE("major_outage");

    private final String label;

    ComponentStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<ComponentStatus> find(String label) {
        return Arrays.stream(values()).filter(status -> status.label.equals(label)).findFirst();
    }

    /** Whether something certainly fails. */
    public boolean isOutage() {
        return this == PARTIAL_OUTAGE || this == MAJOR_OUTAGE;
    }
}
