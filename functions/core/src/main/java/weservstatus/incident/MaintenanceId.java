package weservstatus.incident;

import weservstatus.text.ShortId;

/** Identity of planned work: 12 of {@code a-z0-9}. */
public record MaintenanceId(String value) {
    public MaintenanceId {
        ShortId.require(value);
    }

    /**
     * The id of what a person plans.
     *
     * @param key unique for each request to plan, so that a repeated request plans nothing new
     */
    public static MaintenanceId ofRequest(String key) {
        return new MaintenanceId(ShortId.of("maintenance", key));
    }

    @Override
    public String toString() {
        return value;
    }
}
