package weservstatus.uptime;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.Catalogue;
import weservstatus.check.ComponentId;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.verdict.Sightings;
import weservstatus.verdict.Stretch;
import weservstatus.verdict.Verdicts;

/**
 * One hour, counted.
 *
 * @param hour its start, a whole UTC hour
 */
public record HourItem(Instant hour, Rollup rollup) {

    public HourItem {
        if (!Interval.hour(hour).start().equals(hour)) {
            throw new IllegalArgumentException(hour + " is not the start of an hour");
        }
    }

    /**
     * Counts an hour from its rounds alone; the order of the rounds does not matter, nor whether
     * one is given twice. Components without an active check have no share.
     *
     * @param hour a whole UTC hour
     * @param rounds those from {@link Verdicts#lookBack} before the hour to {@link
     *     Verdicts#lookAhead} after it, as far as there are any; an hour is final once the latter
     *     has passed, and changes only if a round arrives late
     * @param counted the part of the hour that is over and not before the first record ever; each
     *     component's tally adds up to its length
     */
    public static HourItem of(
            Catalogue catalogue, Interval hour, List<Round> rounds, Interval counted) {
        if (counted.start().isBefore(hour.start()) || counted.end().isAfter(hour.end())) {
            throw new IllegalArgumentException(counted + " is not within " + hour);
        }
        SortedMap<ComponentId, Tally> tallies = new TreeMap<>();
        Verdicts.history(catalogue, rounds, counted)
                .forEach((component, stretches) -> tallies.put(component, tally(stretches)));
        Latencies latencies = Latencies.of(catalogue, Sightings.of(catalogue, rounds), hour);
        SortedMap<ComponentId, Share> shares = new TreeMap<>();
        tallies.forEach((component, tally) ->
                shares.put(component, new Share(tally, latencies.of(component))));
        return new HourItem(hour.start(), new Rollup(shares, latencies.speed()));
    }

    private static Tally tally(List<Stretch> stretches) {
        Tally sum = Tally.NONE;
        for (Stretch stretch : stretches) {
            sum = sum.plus(tally(stretch));
        }
        return sum;
    }

    private static Tally tally(Stretch stretch) {
        long millis = stretch.interval().length().toMillis();
        return switch (stretch.status()) {
            case OPERATIONAL -> new Tally(millis, 0, 0, 0, 0, 0);
            case DEGRADED_PERFORMANCE -> new Tally(0, millis, 0, 0, 0, 0);
            case PARTIAL_OUTAGE -> new Tally(0, 0, millis, 0, 0, 0);
            case MAJOR_OUTAGE -> new Tally(0, 0, 0, millis, 0, 0);
            case UNDER_MAINTENANCE -> new Tally(0, 0, 0, 0, millis, 0);
            case UNKNOWN -> new Tally(0, 0, 0, 0, 0, millis);
        };
    }
}
