package weservstatus.slo;

/** How soon somebody must look. */
public enum Urgency {
    PAGE("page"),
    TICKET("ticket");

    private final String label;

    Urgency(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
