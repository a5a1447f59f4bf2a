package weservstatus.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import weservstatus.incident.Maintenance;
import weservstatus.incident.MaintenanceId;
import weservstatus.incident.Occurrence;
import weservstatus.incident.Timetable;
import weservstatus.store.Table.Write;

/** All planned work. What took place once is forgotten when no figure needs it any more. */
public final class MaintenanceStore {
    /** The version to expect before the first write. */
    public static final long NONE = 0;

    private static final String PARTITION = "maintenance";
    private static final Duration KEPT = Duration.ofDays(800);

    private final Table table;
    private final Codec<Maintenance> codec = new MaintenanceJson();

    public MaintenanceStore(Table table) {
        this.table = table;
    }

    public Optional<Stored<Maintenance>> find(MaintenanceId id) {
        return table.get(key(id)).map(this::stored);
    }

    public List<Stored<Maintenance>> all() {
        return table.list(Table.Query.of(PARTITION)).stream().map(this::stored).toList();
    }

    /**
     * What writes the work as version {@code expected + 1}, as part of a transaction that fails
     * when somebody else was quicker.
     *
     * @param expected version of what it was made from, {@link #NONE} for a new one
     */
    public Write writing(Maintenance work, long expected) {
        Table.Condition condition =
                expected == NONE ? Table.Condition.ABSENT : Table.Condition.versionIs(expected);
        Table.Item item =
                new Table.Item(key(work.id()), codec.encode(work), expected + 1, expires(work));
        return new Write.Put(item, condition);
    }

    private static Optional<Instant> expires(Maintenance work) {
        return switch (work.timetable()) {
            case Timetable.Once once ->
                    Optional.of(once.window().end().plus(Occurrence.LONGEST_EXTENSION).plus(KEPT));
            case Timetable.Recurring ignored -> Optional.empty();
        };
    }

    private Stored<Maintenance> stored(Table.Item item) {
        return new Stored<>(codec.decode(item.document()), item.version());
    }

    private static Table.Key key(MaintenanceId id) {
        return new Table.Key(PARTITION, id.value());
    }
}
