package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import weservstatus.time.Interval;

/**
 * Gatus with its defaults, from its source (github.com/TwiN/gatus at 08c4635,
 * watchdog/alerting.go): one place, every 60 s, 3 failures in a row open, 2 successes close; uptime
 * counts successes.
 */
final class Gatus implements Peer {

    private static final Duration EVERY = Duration.ofSeconds(60);
    private static final int FAILURES = 3;
    private static final int SUCCESSES = 2;

    @Override
    public String name() {
        return "Gatus";
    }

    @Override
    public String rule() {
        return "1 place, 60 s, 3 bad in a row, 2 good";
    }

    @Override
    public Report watch(World world, Interval window, Chance chance) {
        List<Change> changes = new ArrayList<>();
        boolean down = false;
        int inRow = 0;
        int bad = 0;
        int all = 0;
        for (Instant at : Peer.polls(window, EVERY, chance.of(0, 0))) {
            Sight sight = world.ask(0, at, false);
            boolean failed = sight != Sight.GOOD;
            all++;
            bad += failed ? 1 : 0;
            inRow = failed == down ? 0 : inRow + 1;
            if (inRow == (down ? SUCCESSES : FAILURES)) {
                down = !down;
                inRow = 0;
                changes.add(new Change(at.plus(sight.duration()).plus(WIRE), down));
            }
        }
        return new Report(changes, (double) bad / all);
    }
}
