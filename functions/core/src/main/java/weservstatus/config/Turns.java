package weservstatus.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import weservstatus.check.CachePath;
import weservstatus.check.Schedule;

/**
 * Spreads rotating checks: the k-th of m checks of one kind with the same interval of n rounds
 * takes turn k·n/m, so that no round has much more to do than another. Uncached requests, and
 * checks that stand in for others, are each spread among themselves.
 */
final class Turns {
    private record Rotation(Duration interval, CachePath cache, boolean onlyWithoutOrigin) {}

    private Turns() {}

    static List<Schedule> spread(
            List<Section> checks, Function<Section, Duration> every, Duration round) {
        Map<Rotation, Integer> sizes = new HashMap<>();
        checks.forEach(check -> sizes.merge(rotation(check, every), 1, Integer::sum));
        Map<Rotation, Integer> positions = new HashMap<>();
        List<Schedule> schedules = new ArrayList<>();
        for (Section check : checks) {
            Rotation rotation = rotation(check, every);
            int position = positions.merge(rotation, 1, Integer::sum) - 1;
            long rounds = rounds(rotation.interval(), round);
            int turn = turn(position, sizes.getOrDefault(rotation, 1), rounds);
            schedules.add(new Schedule(rotation.interval(), check.orElse(CheckFields.TURN, turn)));
        }
        return schedules;
    }

    private static Rotation rotation(Section check, Function<Section, Duration> every) {
        return new Rotation(
                every.apply(check),
                check.of(CheckFields.CACHE),
                check.orElse(CheckFields.ONLY_WITHOUT_ORIGIN, false));
    }

    private static int turn(int position, int size, long rounds) {
        return Math.toIntExact(position * rounds / size % rounds);
    }

    private static long rounds(Duration interval, Duration round) {
        return Math.ceilDiv(interval.toMillis(), round.toMillis());
    }
}
