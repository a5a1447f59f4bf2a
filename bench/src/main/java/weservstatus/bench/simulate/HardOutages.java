package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import weservstatus.time.Interval;
import weservstatus.time.Slot;

/** How long it takes until the page is red after everything has begun to fail everywhere. */
final class HardOutages {

    private static final Instant EPOCH = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int APART = 10;

    /** Newer good answers than these vouch for the service already. */
    private static final int SLOTS_BEFORE = 2;

    private static final int SLOTS_AFTER = 4;

    private final Chance chance;
    private final int count;

    HardOutages(Chance chance, int count) {
        this.chance = chance;
        this.count = count;
    }

    /** Seconds from the onset to the page. */
    Spread seconds(int places, Sight sight, boolean wholeMinute) {
        Site site = new Site(places);
        Pattern pattern =
                wholeMinute ? Pattern.wholeMinute(places, chance) : Pattern.fixed(places, chance);
        return Spread.of(
                IntStream.range(0, count)
                        .parallel()
                        .mapToDouble(i -> seconds(site, pattern, sight, i))
                        .toArray());
    }

    private double seconds(Site site, Pattern pattern, Sight sight, int i) {
        Slot slot = Slot.containing(EPOCH.plus(MINUTE.multipliedBy((long) APART * i)), MINUTE);
        double place = chance.split(1).of(i, 0);
        Instant onset = slot.start().plusMillis((long) (place * MINUTE.toMillis()));
        World.Outage outage =
                new World.Outage(new Interval(onset, onset.plus(Duration.ofHours(1))), 1, sight);
        World world = new World(List.of(outage), World.Noise.NONE, chance);
        Instant red =
                new Watch(site, world, pattern)
                        .untilDown(moved(slot, -SLOTS_BEFORE), moved(slot, SLOTS_AFTER))
                        .changes()
                        .getFirst()
                        .at();
        return Duration.between(onset, red).toMillis() / 1_000.0;
    }

    static Slot moved(Slot slot, int by) {
        return Slot.containing(slot.start().plus(slot.length().multipliedBy(by)), slot.length());
    }
}
