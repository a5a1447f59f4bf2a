package weservstatus.bench.simulate;

import static weservstatus.bench.simulate.Table.number;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import weservstatus.time.Interval;

/** Every tenth request fails from some moment on: how long it takes until each rule says so. */
final class RareErrors {

    private static final Instant ONSET = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LENGTH = Duration.ofDays(7);
    private static final double RATIO = 0.1;
    private static final double PERCENT = 100;
    private static final int PLACES = 5;

    private RareErrors() {}

    static Table table(List<Peer> peers, int runs, long seed) {
        Table table =
                new Table(
                        "Every tenth request fails for 7 days, " + runs + " times",
                        "rule",
                        "onset → first alarm, minutes, where it came: mean, p95, max",
                        "never said in 7 days");
        for (int checks : new int[] {4, 1}) {
            ErrorTrials pool = new ErrorTrials(PLACES, checks);
            String name = "weserv-status, CUSUM, " + pool.perMinute() + " trials a minute";
            row(table, name, pool.minutes(RATIO, runs, seed), runs);
        }
        peers.forEach(peer -> row(table, peer, runs, new Chance(seed)));
        return table;
    }

    private static void row(Table table, Peer peer, int runs, Chance chance) {
        List<Double> minutes =
                IntStream.range(0, runs)
                        .parallel()
                        .mapToObj(run -> minutes(peer, chance.split(run)))
                        .flatMap(Optional::stream)
                        .toList();
        Spread spread = Spread.of(minutes.stream().mapToDouble(Double::doubleValue).toArray());
        row(table, peer.name(), spread, runs);
    }

    private static void row(Table table, String name, Spread minutes, int runs) {
        double never = (double) (runs - minutes.count()) / runs;
        table.row(name, minutes.text(1), number(never * PERCENT, 1) + " %");
    }

    private static Optional<Double> minutes(Peer peer, Chance chance) {
        Interval window = new Interval(ONSET, ONSET.plus(LENGTH));
        World world =
                new World(
                        List.of(new World.Outage(window, RATIO, Sight.REFUSED)),
                        World.Noise.NONE,
                        chance);
        return peer.watch(world, window, chance).changes().stream()
                .filter(Change::down)
                .findFirst()
                .map(change -> Duration.between(ONSET, change.at()).toMillis() / 60_000.0);
    }
}
