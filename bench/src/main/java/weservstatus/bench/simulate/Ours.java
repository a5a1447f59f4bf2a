package weservstatus.bench.simulate;

import java.util.List;
import weservstatus.time.Interval;

/** The product with five locations, through its own rules. */
final class Ours implements Peer {

    private static final int PLACES = 5;

    private final Site site = new Site(PLACES);

    @Override
    public String name() {
        return "weserv-status";
    }

    @Override
    public String rule() {
        return "5 locations, 60 s, confirm round everywhere, strict majority";
    }

    @Override
    public Report watch(World world, Interval window, Chance chance) {
        List<LongWatch.Episode> episodes =
                new LongWatch(site, world, Pattern.fixed(PLACES, chance)).over(window);
        double down = Counted.of(site, episodes).likely().millis();
        return new Report(LongWatch.changes(episodes), down / window.length().toMillis());
    }
}
