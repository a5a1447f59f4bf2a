package weservstatus.verdict;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weservstatus.check.ComponentId;
import weservstatus.time.Slot;

/**
 * What became of one component over time, as the rule of outages sees it.
 *
 * @param line its status over the window
 */
record Course(ComponentId component, List<CheckHistory> checks, List<Piece<ComponentStatus>> line) {

    /** The line as it matters for outages. */
    List<Spell> spells() {
        List<Spell> spells = new ArrayList<>();
        List<Piece<ComponentStatus>> alike = new ArrayList<>();
        for (Piece<ComponentStatus> piece : line) {
            if (!alike.isEmpty() && !isAlike(alike.getLast(), piece)) {
                spells.add(Spell.past(alike));
                alike.clear();
            }
            alike.add(piece);
        }
        if (!alike.isEmpty()) {
            spells.add(Spell.present(alike));
        }
        return spells;
    }

    private static boolean isAlike(Piece<ComponentStatus> one, Piece<ComponentStatus> other) {
        return Spell.Kind.of(one.value()) == Spell.Kind.of(other.value());
    }

    /**
     * Whether it was out at the end of each of the last slots, oldest first, without those of which
     * that is not known.
     */
    List<Boolean> lately(Duration round, Instant now) {
        Instant last = Slot.containing(now, round).start();
        Instant first = last.minus(round.multipliedBy(Unrest.STATES - 1));
        List<Boolean> out = new ArrayList<>();
        for (Instant end = first; !end.isAfter(last); end = end.plus(round)) {
            statusBefore(end)
                    .filter(status -> status != ComponentStatus.UNKNOWN)
                    .map(status -> status.compareTo(ComponentStatus.PARTIAL_OUTAGE) >= 0)
                    .ifPresent(out::add);
        }
        return out;
    }

    private Optional<ComponentStatus> statusBefore(Instant end) {
        return line.stream()
                .filter(piece -> piece.from().isBefore(end) && !piece.to().isBefore(end))
                .map(Piece::value)
                .findFirst();
    }
}
