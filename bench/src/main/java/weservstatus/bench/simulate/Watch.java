package weservstatus.bench.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import weservstatus.observe.Round;
import weservstatus.time.Slot;
import weservstatus.verdict.ComponentStatus;
import weservstatus.verdict.Verdicts;

/**
 * The product watches a world for some minutes: rounds on schedule, a review as each arrives,
 * confirm rounds when the review asks for them. The rules are {@link Verdicts}'; this is only the
 * clock and the wires between them.
 */
final class Watch {

    /** From the end of a round to its review, and from the review to the page: 2 s together. */
    static final Duration WIRE = Duration.ofSeconds(1);

    /** How many slots before and after trouble must be watched. */
    static final int MARGIN = 4;

    /** Nothing that is older matters here: newer good answers vouch for the service. */
    private static final Duration MEMORY = Duration.ofMinutes(8);

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    /** Something that happens; of several at the same time the one that was planned first. */
    private record Event(Instant at, int order, Runnable what) {
        static final Comparator<Event> BY_TIME =
                Comparator.comparing(Event::at).thenComparingInt(Event::order);
    }

    private final Site site;
    private final World world;
    private final Pattern pattern;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Event.BY_TIME);
    private final List<Round> all = new ArrayList<>();
    private final List<Round> recent = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Set<Integer> asked = new HashSet<>();
    private final int[] numbers;
    private int order;
    private boolean down;

    Watch(Site site, World world, Pattern pattern) {
        this.site = site;
        this.world = world;
        this.pattern = pattern;
        this.numbers = new int[site.places()];
    }

    /** Watches the slots from the first to the last, and what follows from them. */
    Watch through(Slot first, Slot last) {
        plan(first, last);
        while (!events.isEmpty()) {
            events.remove().what().run();
        }
        return this;
    }

    /** The same, but only until the page turns red. */
    Watch untilDown(Slot first, Slot last) {
        plan(first, last);
        while (!events.isEmpty() && !down) {
            events.remove().what().run();
        }
        return this;
    }

    private void plan(Slot first, Slot last) {
        for (Slot slot = first; !slot.start().isAfter(last.start()); slot = slot.next()) {
            for (int place = 0; place < site.places(); place++) {
                schedule(place, slot);
            }
        }
    }

    /** When the page turned red, and when it no longer was. */
    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** All rounds that arrived. */
    List<Round> rounds() {
        return List.copyOf(all);
    }

    private void schedule(int place, Slot slot) {
        Instant at = pattern.begin(place, slot);
        at(at, () -> probe(place, slot, 0, at, false));
    }

    private void at(Instant at, Runnable what) {
        events.add(new Event(at, order++, what));
    }

    private void probe(int place, Slot slot, int number, Instant at, boolean again) {
        Round round = site.round(place, slot, number, at, world.ask(place, at, again));
        at(round.finished().plus(WIRE), () -> arrive(place, round));
        if (isBad(round) && number == 0) {
            Instant second = at.plus(site.catalogue().pace().confirmAfter());
            at(second, () -> review(second));
        }
    }

    private void arrive(int place, Round round) {
        all.add(round);
        recent.add(round);
        if (round.number() > 0) {
            asked.remove(place);
        }
        // One more good answer never makes anything look worse: such a review can be left out.
        if (down || isBad(round)) {
            review(round.finished().plus(WIRE));
        }
    }

    private void review(Instant now) {
        recent.removeIf(round -> round.started().isBefore(now.minus(MEMORY)));
        boolean failing =
                Verdicts.decide(site.catalogue(), recent, now).components().stream()
                        .map(component -> component.status())
                        .anyMatch(Watch::isDown);
        if (failing != down) {
            down = failing;
            changes.add(new Change(now.plus(WIRE), down));
        }
        for (int place = 0; place < site.places(); place++) {
            confirm(place, now);
        }
    }

    private void confirm(int place, Instant now) {
        var location = site.catalogue().locations().get(place).id();
        if (asked.contains(place)
                || Verdicts.toConfirm(site.catalogue(), recent, location, now).isEmpty()) {
            return;
        }
        asked.add(place);
        Slot slot = Slot.containing(now, site.catalogue().pace().round());
        probe(place, slot, ++numbers[place], now, isRepeat(place, now));
    }

    /** Whether the place itself just lost one by chance, which may well repeat itself. */
    private boolean isRepeat(int place, Instant now) {
        var location = site.catalogue().locations().get(place).id();
        return recent.stream()
                .filter(round -> round.location().equals(location))
                .filter(round -> now.isBefore(round.finished().plus(AT_ONCE)))
                .anyMatch(round -> isBad(round) && world.wasChance(round.started()));
    }

    static boolean isBad(Round round) {
        return round.observations().getFirst().failure().isPresent();
    }

    static boolean isDown(ComponentStatus status) {
        return status == ComponentStatus.PARTIAL_OUTAGE || status == ComponentStatus.MAJOR_OUTAGE;
    }
}
