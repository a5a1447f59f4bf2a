package weservstatus.lambda;

import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.store.Table;

/**
 * What the table's stream sends.
 *
 * @param changes oldest first
 */
record ReviewEvent(List<Change> changes) {
    private static final String ROUND = "round#";
    private static final List<String> SAID = List.of("audit", "outbox");

    ReviewEvent {
        changes = List.copyOf(changes);
    }

    /**
     * One record: something was written.
     *
     * @param number its place in the stream, by which Lambda is told that its work failed
     * @param key what was written
     */
    record Change(String number, Table.Key key) {
        boolean isRound() {
            return key.partition().startsWith(ROUND);
        }

        /** Whether it is what people or alerts said, which the page shows with the next review. */
        boolean isSaid() {
            return SAID.contains(key.partition());
        }
    }

    static ReviewEvent read(InputStream input) {
        JsonNode records = JsonMapper.shared().readTree(input).path("Records");
        return new ReviewEvent(
                records.valueStream()
                        .map(change -> change.path("dynamodb"))
                        .map(change ->
                                new Change(
                                        change.path("SequenceNumber").asString(""),
                                        key(change.path("Keys"))))
                        .toList());
    }

    /** Those that tell of a round. */
    List<Change> rounds() {
        return changes.stream().filter(Change::isRound).toList();
    }

    boolean isSaid() {
        return changes.stream().anyMatch(Change::isSaid);
    }

    boolean isEmpty() {
        return rounds().isEmpty() && !isSaid();
    }

    private static Table.Key key(JsonNode keys) {
        return new Table.Key(text(keys, DynamoItem.PARTITION), text(keys, DynamoItem.SORT));
    }

    private static String text(JsonNode keys, String name) {
        return keys.path(name).path("S").asString("");
    }
}
