package weservstatus.uptime;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import weservstatus.check.Catalogue;
import weservstatus.check.CheckId;
import weservstatus.check.ComponentId;
import weservstatus.observe.Round;
import weservstatus.time.Interval;
import weservstatus.verdict.LatencyBaseline;
import weservstatus.verdict.Sightings;
import weservstatus.verdict.Trials;
import weservstatus.verdict.Verdicts;

/**
 * One hour, counted.
 *
 * @param hour its start, a whole UTC hour
 * @param rounds of how many it was made, those of its own slots; where that is not known, of all
 * @param usual how long each check took, where it answered often enough to say so
 * @param parts how fast new pictures were, by location and format and by location and phase
 */
public record HourItem(
        Instant hour,
        Rollup rollup,
        long rounds,
        SortedMap<CheckId, LatencyBaseline> usual,
        SortedMap<Part, Latency> parts) {

    static final long ALL = Long.MAX_VALUE;

    public HourItem {
        usual = Collections.unmodifiableSortedMap(new TreeMap<>(usual));
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
        if (!Interval.hour(hour).start().equals(hour)) {
            throw new IllegalArgumentException(hour + " is not the start of an hour");
        }
    }

    /** One that nobody knows more of. */
    public HourItem(Instant hour, Rollup rollup) {
        this(hour, rollup, ALL, new TreeMap<>());
    }

    /** One of which no part is known. */
    public HourItem(
            Instant hour, Rollup rollup, long rounds, SortedMap<CheckId, LatencyBaseline> usual) {
        this(hour, rollup, rounds, usual, new TreeMap<>());
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
            Watched watched, Interval hour, List<Round> rounds, Interval counted) {
        if (counted.start().isBefore(hour.start()) || counted.end().isAfter(hour.end())) {
            throw new IllegalArgumentException(counted + " is not within " + hour);
        }
        Catalogue catalogue = watched.catalogue();
        Sightings sightings = Sightings.of(catalogue, near(catalogue, hour, rounds));
        Latencies latencies = Latencies.of(catalogue, sightings, hour);
        SortedMap<ComponentId, Share> shares = new TreeMap<>();
        SortedMap<CheckId, LatencyBaseline> usual = new TreeMap<>();
        Verdicts.history(catalogue, sightings, counted)
                .forEach((component, history) -> {
                    usual.putAll(history.usual());
                    shares.put(
                            component,
                            new Share(
                                    Tallies.of(history, watched.maintenance(component)),
                                    latencies.of(component),
                                    Trials.of(watched.trials(component, sightings, hour))));
                });
        return new HourItem(
                hour.start(),
                new Rollup(shares, latencies.speed()),
                Round.count(rounds, hour),
                usual,
                latencies.parts());
    }

    /** Those that can matter for the hour; attempts begin a little later than their round. */
    private static List<Round> near(Catalogue catalogue, Interval hour, List<Round> rounds) {
        Duration slack = catalogue.pace().round().multipliedBy(2);
        Interval reach =
                new Interval(
                        hour.start().minus(Verdicts.lookBack(catalogue)).minus(slack),
                        hour.end().plus(Verdicts.lookAhead(catalogue)).plus(slack));
        return rounds.stream().filter(round -> reach.contains(round.started())).toList();
    }
}
