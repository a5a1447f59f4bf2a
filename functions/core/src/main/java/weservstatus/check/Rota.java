package weservstatus.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import weservstatus.time.Slot;

/**
 * Who asks what when: a pure function of the catalogue, the place and the slot. All places work
 * through the same turns, each a share of an hour before the next one, so that together they see a
 * rotating check more often and no address sends more than another.
 */
public record Rota(Catalogue catalogue) {
    private static final Duration CYCLE = Duration.ofHours(1);

    /** The checks that the location asks in the slot, in the order of the catalogue. */
    public List<Check> due(LocationId location, Slot slot) {
        int place = place(location);
        return catalogue.active().stream().filter(check -> isDue(check, place, slot)).toList();
    }

    public boolean isDue(Check check, LocationId location, Slot slot) {
        return isDue(check, place(location), slot);
    }

    private boolean isDue(Check check, int place, Slot slot) {
        Duration lead = slot.length().multipliedBy(lead(place));
        return check.schedule().isDue(new Slot(slot.start().plus(lead), slot.length()));
    }

    /** By how many rounds the place is ahead of the first one. */
    private long lead(int place) {
        return place * CYCLE.dividedBy(catalogue.pace().round()) / catalogue.locations().size();
    }

    private int place(LocationId location) {
        return IntStream.range(0, catalogue.locations().size())
                .filter(index -> catalogue.locations().get(index).id().equals(location))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no place " + location));
    }

    /** The longest time in which no location asks the check. */
    public Duration longestGap(Check check) {
        Duration round = catalogue.pace().round();
        long every = check.schedule().interval(round).dividedBy(round);
        long[] turns =
                IntStream.range(0, catalogue.locations().size())
                        .mapToLong(place -> Math.floorMod(-lead(place), every))
                        .sorted()
                        .toArray();
        long longest = turns[0] + every - turns[turns.length - 1];
        for (int i = 1; i < turns.length; i++) {
            longest = Math.max(longest, turns[i] - turns[i - 1]);
        }
        return round.multipliedBy(longest);
    }

    /** The load that each address puts on the target. */
    public Load load(TargetId target) {
        List<Check> checks =
                catalogue.active().stream().filter(check -> check.target().equals(target)).toList();
        return new Load(checks, catalogue.pace().round());
    }

    /**
     * How many uncached requests one address may send to the target in any ten minutes beside the
     * scheduled ones; nothing where nobody counts.
     */
    public Optional<Integer> reserve(TargetId target) {
        return catalogue
                .target(target)
                .budget()
                .map(budget -> budget.reserve(load(target).busiest()));
    }

    /** What it costs to ask the vital checks of a target again once. */
    public int vitalRequests(TargetId target) {
        return catalogue.active().stream()
                .filter(check -> check.vital() && check.target().equals(target))
                .mapToInt(Check::uncachedRequests)
                .sum();
    }

    /**
     * What looks leave of every ten minutes, so that failing checks can be asked again at once: all
     * vital ones once, and one of the others.
     */
    public int leftToAskAgain(TargetId target) {
        return vitalRequests(target) + 1;
    }
}
