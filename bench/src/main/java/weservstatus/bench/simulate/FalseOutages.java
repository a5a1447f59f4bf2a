package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import weservstatus.time.Interval;

/**
 * How often the page turns red although the service is well, for probes that are lost by chance.
 */
final class FalseOutages {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private FalseOutages() {}

    static long count(int places, Duration length, Chance chance) {
        World world = new World(List.of(), World.Noise.STANDARD, chance);
        LongWatch watch =
                new LongWatch(new Site(places), world, Pattern.fixed(places, chance.split(2)));
        return LongWatch.changes(watch.over(new Interval(START, START.plus(length)))).stream()
                .filter(Change::down)
                .count();
    }
}
