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
 * Spreads rotating checks over lanes, so that no round has much more to do than another. Of the
 * checks of one kind the shortest interval of n rounds that rotates has m lanes, and the k-th lane
 * takes turn k·n/m. A check of r times that interval shares its lane with r - 1 others, each in
 * another of r passes. A journey needs the room of several lanes. Uncached requests, and checks
 * that stand in for others, have lanes of their own.
 */
final class Turns {
    private record Kind(CachePath cache, boolean onlyWithoutOrigin) {}

    /** One pass of a lane, of several that take it in turn. */
    private record Place(int lane, int pass) {}

    /** Checks that may share lanes. */
    private record Share(long passes, int width) {}

    /** The lanes of one kind while they fill. */
    private static final class Lanes {
        private final Map<Share, Place> open = new HashMap<>();
        private int count;

        Place take(Share share) {
            Place last = open.get(share);
            Place place =
                    last == null || last.pass() + 1 == share.passes()
                            ? new Place(lane(share.width()), 0)
                            : new Place(last.lane(), last.pass() + 1);
            open.put(share, place);
            return place;
        }

        /** In the middle of so many, of which the others stay empty. */
        private int lane(int width) {
            int lane = count + width / 2;
            count += width;
            return lane;
        }
    }

    /**
     * A journey mostly sends two new requests at once. However a window lies over its lane, the
     * empty ones beside it make up for the second.
     */
    private static final int JOURNEY = 3;

    private final List<Section> checks;
    private final Function<Section, Duration> every;
    private final Duration round;
    private final Map<Kind, Long> shortest = new HashMap<>();
    private final Map<Kind, Map<Long, Lanes>> lanes = new HashMap<>();

    private Turns(List<Section> checks, Function<Section, Duration> every, Duration round) {
        this.checks = checks;
        this.every = every;
        this.round = round;
        checks.stream()
                .filter(check -> rounds(check) > 1)
                .forEach(check -> shortest.merge(kind(check), rounds(check), Math::min));
    }

    static List<Schedule> spread(
            List<Section> checks, Function<Section, Duration> every, Duration round) {
        return new Turns(checks, every, round).schedules();
    }

    private List<Schedule> schedules() {
        List<Place> places = checks.stream().map(this::place).toList();
        List<Schedule> schedules = new ArrayList<>();
        for (int index = 0; index < checks.size(); index++) {
            Section check = checks.get(index);
            int turn = check.orElse(CheckFields.TURN, turn(check, places.get(index)));
            schedules.add(new Schedule(every.apply(check), turn));
        }
        return schedules;
    }

    private Place place(Section check) {
        int width = check.has(CheckFields.STEPS) ? JOURNEY : 1;
        return lanes(check).take(new Share(rounds(check) / cycle(check), width));
    }

    private Lanes lanes(Section check) {
        return lanes.computeIfAbsent(kind(check), ignored -> new HashMap<>())
                .computeIfAbsent(cycle(check), ignored -> new Lanes());
    }

    private int turn(Section check, Place place) {
        long turn = place.lane() * cycle(check) / lanes(check).count + place.pass() * cycle(check);
        return Math.toIntExact(turn % rounds(check));
    }

    /**
     * The interval of the lanes that the check runs in: the kind's, where its own is a multiple.
     */
    private long cycle(Section check) {
        long own = rounds(check);
        long common = shortest.getOrDefault(kind(check), own);
        return own % common == 0 ? common : own;
    }

    private static Kind kind(Section check) {
        return new Kind(
                check.orElse(CheckFields.CACHE, CachePath.NONE),
                check.orElse(CheckFields.ONLY_WITHOUT_ORIGIN, false));
    }

    private long rounds(Section check) {
        return Math.ceilDiv(every.apply(check).toMillis(), round.toMillis());
    }
}
