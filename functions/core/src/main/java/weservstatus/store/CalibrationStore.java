package weservstatus.store;

import java.util.Optional;
import weservstatus.check.TargetId;
import weservstatus.verdict.Calibration;

/** What was learned of each target: one item, written under its version. */
public final class CalibrationStore {
    private static final String PARTITION = "calibration";

    private final Table table;
    private final Codec<Calibration> codec = new CalibrationJson();

    public CalibrationStore(Table table) {
        this.table = table;
    }

    /**
     * What is known.
     *
     * @param version to write the next one over; 0 when nothing is known yet
     */
    public record Stored(Calibration calibration, long version) {}

    public Stored find(TargetId target) {
        return table.get(key(target))
                .map(item -> new Stored(codec.decode(item.document()), item.version()))
                .orElse(new Stored(Calibration.NOTHING, 0));
    }

    /** Whether it was stored; false when another place learned something meanwhile. */
    public boolean put(TargetId target, Calibration next, Stored before) {
        Table.Condition condition =
                before.version() == 0
                        ? Table.Condition.ABSENT
                        : Table.Condition.versionIs(before.version());
        return table.put(
                new Table.Item(
                        key(target), codec.encode(next), before.version() + 1, Optional.empty()),
                condition);
    }

    private static Table.Key key(TargetId target) {
        return new Table.Key(PARTITION, target.value());
    }
}
