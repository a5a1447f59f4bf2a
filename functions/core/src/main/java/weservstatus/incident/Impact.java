package weservstatus.incident;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import weservstatus.verdict.ComponentStatus;

/** How bad an incident is for visitors. Statuspage's words, from mild to bad. */
public enum Impact {
    NONE("none"),
    MINOR("minor"),
    MAJOR("major"),
    CRITICAL("critical");

    private final String label;

    Impact(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What a component in this status means for those who use it. */
    public static Impact of(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL, UNDER_MAINTENANCE, UNKNOWN -> NONE;
            case DEGRADED_PERFORMANCE -> MINOR;
            case PARTIAL_OUTAGE -> MAJOR;
            case MAJOR_OUTAGE -> CRITICAL;
        };
    }

    /** The worst of what the statuses mean; {@link #NONE} when there are none. */
    public static Impact worst(Collection<ComponentStatus> statuses) {
        return statuses.stream().map(Impact::of).max(Comparator.naturalOrder()).orElse(NONE);
    }

    Impact orWorse(Impact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public static Optional<Impact> find(String label) {
        return Arrays.stream(values()).filter(impact -> impact.label.equals(label)).findFirst();
    }
}
