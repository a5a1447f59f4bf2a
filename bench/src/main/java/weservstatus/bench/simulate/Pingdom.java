package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import weservstatus.time.Interval;

/**
 * Pingdom, from its documentation (pingdom.com/blog/pingdom-say-my-site-is-down): every minute from
 * one place after another; a failure is asked again at once by a second place far away, and if that
 * fails too the site is down until a look is good.
 */
final class Pingdom implements Peer {

    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final int PLACES = 5;

    @Override
    public String name() {
        return "Pingdom";
    }

    @Override
    public String rule() {
        return "60 s, second opinion at once";
    }

    @Override
    public Report watch(World world, Interval window, Chance chance) {
        List<Change> changes = new ArrayList<>();
        boolean down = false;
        int turn = 0;
        for (Instant at : Peer.polls(window, EVERY, chance.of(0, 0))) {
            int place = turn++ % PLACES;
            Sight first = world.ask(place, at, false);
            Instant told = at.plus(first.duration());
            boolean failed = first != Sight.GOOD;
            if (failed && !down) {
                Sight second = world.ask((place + PLACES / 2) % PLACES, told, false);
                failed = second != Sight.GOOD;
                told = told.plus(second.duration());
            }
            if (failed != down) {
                down = failed;
                changes.add(new Change(told.plus(WIRE), down));
            }
        }
        return Report.timed(changes, window);
    }
}
