package weservstatus.document;

import weservstatus.incident.MaintenanceStatus;
import weservstatus.verdict.ComponentStatus;

/** Our words in those of Statuspage, which has none for unknown. */
final class StatuspageWords {
    private StatuspageWords() {}

    /** The status of a component or group. */
    static String component(ComponentStatus status) {
        return switch (status) {
            case UNKNOWN -> ComponentStatus.DEGRADED_PERFORMANCE.label();
            case OPERATIONAL,
                    UNDER_MAINTENANCE,
                    DEGRADED_PERFORMANCE,
                    PARTIAL_OUTAGE,
                    MAJOR_OUTAGE ->
                    status.label();
        };
    }

    /** How bad the whole is. */
    static String indicator(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> "none";
            case UNDER_MAINTENANCE -> "maintenance";
            case UNKNOWN, DEGRADED_PERFORMANCE -> "minor";
            case PARTIAL_OUTAGE -> "major";
            case MAJOR_OUTAGE -> "critical";
        };
    }

    /** The whole in the sentence that Statuspage has for it. */
    static String description(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> "All Systems Operational";
            case UNDER_MAINTENANCE -> "Service Under Maintenance";
            case UNKNOWN, DEGRADED_PERFORMANCE -> "Partially Degraded Service";
            case PARTIAL_OUTAGE -> "Partial System Outage";
            case MAJOR_OUTAGE -> "Major Service Outage";
        };
    }

    /** The status of planned work; what was called off is over for Statuspage. */
    static String maintenance(MaintenanceStatus status) {
        return switch (status) {
            case CANCELLED -> MaintenanceStatus.COMPLETED.label();
            case SCHEDULED, IN_PROGRESS, VERIFYING, COMPLETED -> status.label();
        };
    }
}
