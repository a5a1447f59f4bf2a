package weservstatus.incident;

/** How far planned work is. Statuspage's words, and one that it lacks: cancelled. */
public enum MaintenanceStatus {
    SCHEDULED("scheduled"),
    IN_PROGRESS("in_progress"),
    /** The work is done, somebody is looking whether all is well. */
    VERIFYING("verifying"),
    COMPLETED("completed"),
    CANCELLED("cancelled");

    private final String label;

    MaintenanceStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
