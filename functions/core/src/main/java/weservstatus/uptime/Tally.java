package weservstatus.uptime;

/**
 * How one component spent a period, in milliseconds of which the first six sum to the part of the
 * period that is over. Missing data is its own bucket, never up.
 *
 * @param operational fresh data said that all was well
 * @param degraded slow
 * @param partial partial outage
 * @param major major outage
 * @param maintenance announced work, as far as it was observed
 * @param unobserved no fresh data
 * @param faulty the part of {@code maintenance} in which it was not operational
 * @param least how long it was certainly out, at most {@link #down()}
 * @param most how long it may have been out, at least {@link #down()}
 */
public record Tally(
        long operational,
        long degraded,
        long partial,
        long major,
        long maintenance,
        long unobserved,
        long faulty,
        long least,
        long most) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    /** One whose outages began and ended at known moments, and none within maintenance. */
    public Tally(
            long operational,
            long degraded,
            long partial,
            long major,
            long maintenance,
            long unobserved) {
        this(
                operational,
                degraded,
                partial,
                major,
                maintenance,
                unobserved,
                0,
                partial + major,
                partial + major);
    }

    public Tally plus(Tally other) {
        return new Tally(
                operational + other.operational,
                degraded + other.degraded,
                partial + other.partial,
                major + other.major,
                maintenance + other.maintenance,
                unobserved + other.unobserved,
                faulty + other.faulty,
                least + other.least,
                most + other.most);
    }

    /** The same with another certain and another possible length of its outages. */
    Tally bounded(long certain, long possible) {
        return new Tally(
                operational,
                degraded,
                partial,
                major,
                maintenance,
                unobserved,
                faulty,
                certain,
                possible);
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

    /** Time in which anything was amiss, announced or not. */
    public long flawed() {
        return degraded + down() + faulty;
    }
}
