package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import weservstatus.time.Interval;

/**
 * UptimeRobot on its free plan, from its documentation (help.uptimerobot.com, "Locations and
 * multi-location feature"): every 5 min; a failure is asked again by two other nodes of the pool,
 * and only if all three fail there is an incident. It ends with the first good look.
 */
final class UptimeRobot implements Peer {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final int NODES = 3;

    @Override
    public String name() {
        return "UptimeRobot, free";
    }

    @Override
    public String rule() {
        return "5 min, 3 of 3 nodes bad";
    }

    @Override
    public Report watch(World world, Interval window, Chance chance) {
        List<Change> changes = new ArrayList<>();
        boolean down = false;
        for (Instant at : Peer.polls(window, EVERY, chance.of(0, 0))) {
            Instant told = at;
            boolean failed = true;
            for (int node = 0; node < NODES && failed; node++) {
                Sight sight = world.ask(node, told, false);
                failed = sight != Sight.GOOD;
                told = told.plus(sight.duration());
            }
            if (failed != down) {
                down = failed;
                changes.add(new Change(told.plus(WIRE), down));
            }
        }
        return Report.timed(changes, window);
    }
}
