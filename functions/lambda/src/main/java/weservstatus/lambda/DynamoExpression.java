package weservstatus.lambda;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import weservstatus.store.Table.Query;

/** A condition in DynamoDB's language with the names and values that it refers to. */
record DynamoExpression(
        String text, Map<String, String> names, Map<String, AttributeValue> values) {
    private static final String IS_LIVE = "(attribute_not_exists(#ttl) OR #ttl > :now)";

    DynamoExpression {
        names = Map.copyOf(names);
        values = Map.copyOf(values);
    }

    /** An item that has not expired, though DynamoDB may not have deleted those that have. */
    static DynamoExpression live(Instant now) {
        return new DynamoExpression(
                IS_LIVE, Map.of("#ttl", DynamoItem.EXPIRES), Map.of(":now", now(now)));
    }

    static DynamoExpression absent(Instant now) {
        return new DynamoExpression(
                "attribute_not_exists(#pk) OR #ttl <= :now",
                Map.of("#pk", DynamoItem.PARTITION, "#ttl", DynamoItem.EXPIRES),
                Map.of(":now", now(now)));
    }

    static DynamoExpression versionIs(long version, Instant now) {
        DynamoExpression equal =
                new DynamoExpression(
                        "#v = :v",
                        Map.of("#v", DynamoItem.VERSION),
                        Map.of(":v", DynamoItem.number(version)));
        return equal.and(live(now));
    }

    /** The partition and the bounds of the sort key. */
    static DynamoExpression range(Query query) {
        Map<String, AttributeValue> values = new HashMap<>();
        values.put(":pk", AttributeValue.fromS(query.partition()));
        query.from().ifPresent(sort -> values.put(":from", AttributeValue.fromS(sort)));
        query.to().ifPresent(sort -> values.put(":to", AttributeValue.fromS(sort)));
        String bounds = bounds(query);
        return new DynamoExpression(
                "#pk = :pk" + bounds,
                bounds.isEmpty()
                        ? Map.of("#pk", DynamoItem.PARTITION)
                        : Map.of("#pk", DynamoItem.PARTITION, "#sk", DynamoItem.SORT),
                values);
    }

    /** DynamoDB allows one condition on the sort key. */
    private static String bounds(Query query) {
        if (query.from().isPresent() && query.to().isPresent()) {
            return " AND #sk BETWEEN :from AND :to";
        }
        if (query.from().isPresent()) {
            return " AND #sk >= :from";
        }
        return query.to().isPresent() ? " AND #sk <= :to" : "";
    }

    DynamoExpression and(DynamoExpression other) {
        Map<String, String> allNames = new HashMap<>(names);
        allNames.putAll(other.names);
        Map<String, AttributeValue> allValues = new HashMap<>(values);
        allValues.putAll(other.values);
        return new DynamoExpression(text + " AND " + other.text, allNames, allValues);
    }

    private static AttributeValue now(Instant now) {
        return DynamoItem.number(now.getEpochSecond());
    }
}
