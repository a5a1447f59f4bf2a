package weservstatus.store;

import java.util.Optional;
import weservstatus.check.LocationId;
import weservstatus.check.TargetId;
import weservstatus.verdict.Calibration;

/**
 * What a place has learned of each target: one item, written under its version. Places learn for
 * themselves, for each writes into partitions of its own alone; and what one sees of a service that
 * is being renewed says nothing of what another sees.
 */
public final class CalibrationStore {
    private final Table table;
    private final LocationId location;
    private final Codec<Calibration> codec = new CalibrationJson();

    public CalibrationStore(Table table, LocationId location) {
        this.table = table;
        this.location = location;
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

    /** Whether it was stored; false when another round learned something meanwhile. */
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

    private Table.Key key(TargetId target) {
        return new Table.Key("calibration#" + location, target.value());
    }
}
