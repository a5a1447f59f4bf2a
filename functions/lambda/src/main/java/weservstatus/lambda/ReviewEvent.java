package weservstatus.lambda;

import java.io.InputStream;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the table's stream sends.
 *
 * @param records how many changes it tells of
 * @param rounds sort keys of those that are rounds
 */
record ReviewEvent(int records, List<String> rounds) {
    private static final String ROUND = "round#";

    ReviewEvent {
        rounds = List.copyOf(rounds);
    }

    static ReviewEvent read(InputStream input) {
        JsonNode records = JsonMapper.shared().readTree(input).path("Records");
        List<String> rounds =
                records.valueStream()
                        .map(change -> change.path("dynamodb").path("Keys"))
                        .filter(keys -> text(keys, DynamoItem.PARTITION).startsWith(ROUND))
                        .map(keys -> text(keys, DynamoItem.SORT))
                        .toList();
        return new ReviewEvent(records.size(), rounds);
    }

    private static String text(JsonNode keys, String name) {
        return keys.path(name).path("S").asString("");
    }
}
