package weservstatus.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Counts what strangers ask for, over all processes that share the table. What is counted is
 * forgotten with its window.
 */
public final class VisitStore {
    /** So many may count at the same moment; beyond that the later ones are refused. */
    private static final int TRIES = 8;

    private static final String PARTITION = "visit";

    private final Table table;

    public VisitStore(Table table) {
        this.table = table;
    }

    /**
     * Counts one more, unless that is one too many.
     *
     * @param who under which name it is counted
     * @param window of the clock's: an hour from its beginning, a day of UTC
     * @return whether it was counted
     */
    public boolean count(String who, Duration window, int most, Instant now) {
        long number = now.toEpochMilli() / window.toMillis();
        Instant end = Instant.ofEpochMilli((number + 1) * window.toMillis());
        Table.Key key = new Table.Key(PARTITION, who + "/" + number);
        for (int left = TRIES; left > 0; left--) {
            Optional<Table.Item> known = table.get(key);
            long before = known.map(Table.Item::version).orElse(0L);
            if (before >= most) {
                return false;
            }
            if (table.put(one(key, before + 1, end), unchanged(known))) {
                return true;
            }
        }
        return false;
    }

    /** The version is the count. */
    private static Table.Item one(Table.Key key, long count, Instant end) {
        ObjectNode json = Fields.JSON.createObjectNode().put("count", count);
        return new Table.Item(key, json.toString(), count, Optional.of(end));
    }

    private static Table.Condition unchanged(Optional<Table.Item> known) {
        return known.<Table.Condition>map(item -> Table.Condition.versionIs(item.version()))
                .orElse(Table.Condition.ABSENT);
    }
}
