package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import weservstatus.time.Interval;
import weservstatus.time.Slot;

/**
 * The product watches a world for months or years. Only the minutes around a failure are watched
 * one by one: where every scheduled round of many minutes is good, no rule has anything to decide.
 */
final class LongWatch {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int APART = 2 * Watch.MARGIN;

    /** Some slots around failures, and what became of them. */
    record Episode(Interval window, Watch watch) {}

    private final Site site;
    private final World world;
    private final Pattern pattern;

    LongWatch(Site site, World world, Pattern pattern) {
        this.site = site;
        this.world = world;
        this.pattern = pattern;
    }

    /** In order of time, those without any trouble left out. */
    List<Episode> over(Interval window) {
        return troubles(window).parallelStream().map(this::episode).toList();
    }

    /** What people are told, in order of time. */
    static List<Change> changes(List<Episode> episodes) {
        return episodes.stream().flatMap(episode -> episode.watch().changes().stream()).toList();
    }

    private Episode episode(Interval trouble) {
        Slot first = Slot.containing(trouble.start(), MINUTE);
        Slot last = Slot.containing(trouble.end(), MINUTE);
        Slot from = HardOutages.moved(first, -Watch.MARGIN);
        Slot to = HardOutages.moved(last, Watch.MARGIN);
        return new Episode(
                new Interval(from.start(), to.end()),
                new Watch(site, world, pattern).through(from, to));
    }

    private List<Interval> troubles(Interval window) {
        List<Interval> troubles = new ArrayList<>();
        Slot slot = Slot.containing(window.start(), MINUTE);
        while (slot.start().isBefore(window.end())) {
            if (fails(slot)) {
                add(troubles, slot.start());
            }
            slot = slot.next();
        }
        return troubles;
    }

    private boolean fails(Slot slot) {
        for (int place = 0; place < site.places(); place++) {
            if (world.ask(place, pattern.begin(place, slot), false) != Sight.GOOD) {
                return true;
            }
        }
        return false;
    }

    private static void add(List<Interval> troubles, Instant at) {
        boolean joins =
                !troubles.isEmpty()
                        && at.isBefore(troubles.getLast().end().plus(MINUTE.multipliedBy(APART)));
        Instant start = joins ? troubles.removeLast().start() : at;
        troubles.add(new Interval(start, at));
    }
}
