package weservstatus.store;

import java.time.Duration;
import java.util.Optional;
import weservstatus.check.CheckId;
import weservstatus.check.LocationId;
import weservstatus.time.Slot;

/**
 * Which repeats somebody already asked for, so that of several reviews at once one alone does, and
 * a place that does not answer is not asked over and over.
 */
public final class ConfirmStore {
    /** Longer than any slot. */
    private static final Duration KEPT = Duration.ofHours(1);

    private static final int MOST = 99;

    private final Table table;

    public ConfirmStore(Table table) {
        this.table = table;
    }

    /**
     * Whether nobody else had it.
     *
     * @param repeats how often the place asked the check again in this slot, as far as known
     */
    public boolean claim(LocationId location, Slot slot, CheckId check, int repeats) {
        return put(location, slot, "check#" + check + "#" + repeats);
    }

    /** A number for a confirm round of the slot that nobody else has; absent when all are taken. */
    public Optional<Integer> number(LocationId location, Slot slot) {
        for (int number = 1; number <= MOST; number++) {
            if (put(location, slot, "round#" + number)) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    private boolean put(LocationId location, Slot slot, String what) {
        Table.Key key = new Table.Key("confirm#" + location, slot.start() + "#" + what);
        return table.put(
                new Table.Item(key, "{}", 0, Optional.of(slot.end().plus(KEPT))),
                Table.Condition.ABSENT);
    }
}
