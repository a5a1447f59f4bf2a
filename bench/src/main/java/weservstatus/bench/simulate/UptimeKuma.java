package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import weservstatus.time.Interval;

/**
 * Uptime Kuma with its defaults, from its source (github.com/louislam/uptime-kuma at 6398a95,
 * server/model/monitor.js): one place, every 60 s, no retry; uptime counts beats.
 */
final class UptimeKuma implements Peer {

    private static final Duration EVERY = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "Uptime Kuma";
    }

    @Override
    public String rule() {
        return "1 place, 60 s, 1 bad";
    }

    @Override
    public Report watch(World world, Interval window, Chance chance) {
        List<Change> changes = new ArrayList<>();
        boolean down = false;
        int bad = 0;
        int all = 0;
        for (Instant at : Peer.polls(window, EVERY, chance.of(0, 0))) {
            Sight sight = world.ask(0, at, false);
            boolean failed = sight != Sight.GOOD;
            all++;
            bad += failed ? 1 : 0;
            if (failed != down) {
                down = failed;
                changes.add(new Change(at.plus(sight.duration()).plus(WIRE), down));
            }
        }
        return new Report(changes, (double) bad / all);
    }
}
