package weservstatus.uptime;

/**
 * How one component spent a period, in milliseconds that sum to the part of the period that is
 * over. Missing data is its own bucket, never up.
 *
 * @param operational fresh data said that all was well
 * @param degraded slow
 * @param partial partial outage
 * @param major major outage
 * @param maintenance announced work
 * @param unobserved no fresh data
 */
public record Tally(
        long operational,
        long degraded,
        long partial,
        long major,
        long maintenance,
        long unobserved) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                operational + other.operational,
                degraded + other.degraded,
                partial + other.partial,
                major + other.major,
                maintenance + other.maintenance,
                unobserved + other.unobserved);
    }

    /** Time with fresh data outside maintenance. */
    public long observed() {
        return operational + degraded + partial + major;
    }

    /** All time of the period that is over. */
    public long elapsed() {
        return observed() + maintenance + unobserved;
    }

    /** Time counted as not up: partial and major outage. */
    public long down() {
        return partial + major;
    }
}
