package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import weservstatus.time.Interval;

/**
 * A Route 53 health check with standard interval, from its documentation ("How Route 53 determines
 * whether a health check is healthy"): each checker every 30 s and on its own, three in a row turn
 * it; the endpoint is healthy if more than 18 % of the checkers say so.
 */
final class Route53 implements Peer {

    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int CHECKERS = 15;
    private static final int IN_ROW = 3;
    private static final double HEALTHY_RATIO = 0.18;

    private record Turn(Instant at, boolean failing) {}

    @Override
    public String name() {
        return "Route 53";
    }

    @Override
    public String rule() {
        return "15 checkers, 30 s, 3 in a row each, healthy above 18 %";
    }

    @Override
    public Report watch(World world, Interval window, Chance chance) {
        List<Turn> turns =
                IntStream.range(0, CHECKERS)
                        .boxed()
                        .flatMap(checker -> turns(world, window, checker, chance).stream())
                        .sorted(Comparator.comparing(Turn::at).thenComparing(Turn::failing))
                        .toList();
        List<Change> changes = new ArrayList<>();
        int failing = 0;
        boolean down = false;
        for (Turn turn : turns) {
            failing += turn.failing() ? 1 : -1;
            boolean dead = CHECKERS - failing <= HEALTHY_RATIO * CHECKERS;
            if (dead != down) {
                down = dead;
                changes.add(new Change(turn.at().plus(WIRE), down));
            }
        }
        return Report.timed(changes, window);
    }

    private static List<Turn> turns(World world, Interval window, int checker, Chance chance) {
        List<Turn> turns = new ArrayList<>();
        boolean failing = false;
        int inRow = 0;
        double phase = chance.of(checker, 0);
        for (Instant at : Peer.polls(window, EVERY, phase)) {
            Sight sight = world.ask(checker, at, false);
            inRow = (sight != Sight.GOOD) == failing ? 0 : inRow + 1;
            if (inRow == IN_ROW) {
                failing = !failing;
                inRow = 0;
                turns.add(new Turn(at.plus(sight.duration()), failing));
            }
        }
        return turns;
    }
}
