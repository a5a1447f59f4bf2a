package weservstatus.lambda;

import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.store.Table;

/**
 * What the table's stream sends.
 *
 * @param records how many changes it tells of
 * @param rounds keys of those that are rounds
 * @param said how many are what people or alerts said, which the page shows with the next review
 */
record ReviewEvent(int records, List<Table.Key> rounds, int said) {
    private static final String ROUND = "round#";
    private static final List<String> SAID = List.of("audit", "outbox");

    ReviewEvent {
        rounds = List.copyOf(rounds);
    }

    static ReviewEvent read(InputStream input) {
        JsonNode records = JsonMapper.shared().readTree(input).path("Records");
        List<Table.Key> keys =
                records.valueStream()
                        .map(change -> change.path("dynamodb").path("Keys"))
                        .map(ReviewEvent::key)
                        .toList();
        return new ReviewEvent(
                records.size(),
                keys.stream().filter(key -> key.partition().startsWith(ROUND)).toList(),
                (int) keys.stream().filter(key -> SAID.contains(key.partition())).count());
    }

    boolean isEmpty() {
        return rounds.isEmpty() && said == 0;
    }

    private static Table.Key key(JsonNode keys) {
        return new Table.Key(text(keys, DynamoItem.PARTITION), text(keys, DynamoItem.SORT));
    }

    private static String text(JsonNode keys, String name) {
        return keys.path(name).path("S").asString("");
    }
}
