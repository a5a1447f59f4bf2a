package weservstatus.bench.coldstart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One table of DynamoDB in memory, as far as the product's adapter asks for it; answers at once.
 */
final class TableDouble {
    private static final String FAILED =
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException\",\"message\":\"\"}";
    private static final String CANCELLED =
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\",\"message\":\"\",\"CancellationReasons\":[{\"Code\":\"ConditionalCheckFailed\"}]}";

    private NavigableMap<String, JsonNode> items = new TreeMap<>();

    /**
     * What is answered.
     *
     * @param status 400 where a condition does not hold
     */
    record Said(int status, String body) {}

    synchronized Map<String, JsonNode> copy() {
        return Map.copyOf(items);
    }

    synchronized void replaceBy(Map<String, JsonNode> others) {
        items = new TreeMap<>(others);
    }

    /** Whether the partition has items. */
    synchronized boolean has(String partition) {
        return items.keySet().stream().anyMatch(key -> key.startsWith(partition + "\n"));
    }

    synchronized Said answer(String operation, JsonNode request) {
        return switch (operation) {
            case "GetItem" -> got(Optional.ofNullable(items.get(key(request.path("Key")))));
            case "PutItem", "DeleteItem" -> written(List.of(request), FAILED);
            case "TransactWriteItems" -> written(parts(request), CANCELLED);
            case "Query" -> new Said(200, query(request).toString());
            default -> throw new IllegalArgumentException("no double of " + operation);
        };
    }

    private static Said got(Optional<JsonNode> item) {
        return new Said(200, item.map(found -> "{\"Item\":" + found + "}").orElse("{}"));
    }

    private static List<JsonNode> parts(JsonNode request) {
        return request.path("TransactItems")
                .valueStream()
                .flatMap(part -> part.valueStream())
                .toList();
    }

    private Said written(List<JsonNode> writes, String refusal) {
        if (!writes.stream().allMatch(this::holds)) {
            return new Said(400, refusal);
        }
        for (JsonNode write : writes) {
            if (write.has("Item")) {
                items.put(key(write.path("Item")), write.path("Item"));
            } else {
                items.remove(key(write.path("Key")));
            }
        }
        return new Said(200, "{}");
    }

    /** The two conditions that the product knows: that there is none, and that it is a version. */
    private boolean holds(JsonNode write) {
        Optional<JsonNode> item =
                Optional.ofNullable(
                        items.get(key(write.has("Item") ? write.path("Item") : write.path("Key"))));
        String condition = write.path("ConditionExpression").asString("");
        if (condition.startsWith("attribute_not_exists(#pk)")) {
            return item.isEmpty();
        }
        JsonNode version = write.path("ExpressionAttributeValues").path(":v");
        return version.isMissingNode()
                || item.filter(there -> there.path("v").equals(version)).isPresent();
    }

    private JsonNode query(JsonNode request) {
        JsonNode values = request.path("ExpressionAttributeValues");
        String partition = values.at("/:pk/S").asString();
        String from = partition + "\n" + values.at("/:from/S").asString("");
        String to = partition + "\n" + values.at("/:to/S").asString("\uffff");
        List<JsonNode> found = new ArrayList<>(items.subMap(from, true, to, true).values());
        if (!request.path("ScanIndexForward").asBoolean(true)) {
            found = found.reversed();
        }
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        int limit = request.path("Limit").asInt(found.size());
        var list = answer.putArray("Items");
        found.stream().limit(limit).forEach(list::add);
        answer.put("Count", list.size());
        answer.put("ScannedCount", list.size());
        return answer;
    }

    private static String key(JsonNode item) {
        return item.at("/pk/S").asString() + "\n" + item.at("/sk/S").asString();
    }
}
