package weservstatus.lambda;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import weservstatus.store.Table;
import weservstatus.store.Transactions;

/**
 * The table of the AWS edition: one DynamoDB table with the keys {@code pk} and {@code sk}, and
 * {@code ttl} as its time to live. All reads are consistent. The client is to be built with {@link
 * DynamoRetries}, so that it repeats what was throttled or met another transaction.
 */
public final class DynamoTable implements Table {
    private final DynamoDbClient client;
    private final String name;
    private final InstantSource clock;

    public DynamoTable(DynamoDbClient client, String name, InstantSource clock) {
        this.client = client;
        this.name = name;
        this.clock = clock;
    }

    @Override
    public Optional<Item> get(Key key) {
        Map<String, AttributeValue> found =
                client.getItem(request ->
                                request.tableName(name)
                                        .key(DynamoItem.key(key))
                                        .consistentRead(true))
                        .item();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(DynamoItem.item(found)).filter(item -> item.isLive(clock.instant()));
    }

    @Override
    public Page query(Query query) {
        Query tightened = query.tightened();
        if (tightened.isEmpty()) {
            return new Page(List.of(), Optional.empty());
        }
        QueryResponse found = client.query(request(tightened));
        return new Page(
                found.items().stream().map(DynamoItem::item).toList(),
                Optional.ofNullable(found.lastEvaluatedKey().get(DynamoItem.SORT))
                        .map(AttributeValue::s));
    }

    private QueryRequest request(Query query) {
        DynamoExpression live = DynamoExpression.live(clock.instant());
        DynamoExpression range = DynamoExpression.range(query);
        DynamoExpression both = live.and(range);
        QueryRequest.Builder request =
                QueryRequest.builder()
                        .tableName(name)
                        .consistentRead(true)
                        .keyConditionExpression(range.text())
                        .filterExpression(live.text())
                        .expressionAttributeNames(both.names())
                        .expressionAttributeValues(both.values())
                        .scanIndexForward(query.order() == Order.ASCENDING)
                        .limit(query.limit());
        query.after()
                .map(sort -> DynamoItem.key(new Key(query.partition(), sort)))
                .ifPresent(request::exclusiveStartKey);
        return request.build();
    }

    @Override
    public boolean put(Item item, Condition condition) {
        PutItemRequest.Builder request =
                PutItemRequest.builder().tableName(name).item(DynamoItem.attributes(item));
        expression(condition)
                .ifPresent(expression ->
                        request.conditionExpression(expression.text())
                                .expressionAttributeNames(expression.names())
                                .expressionAttributeValues(expression.values()));
        return held(() -> client.putItem(request.build()));
    }

    @Override
    public boolean delete(Key key, Condition condition) {
        DeleteItemRequest.Builder request =
                DeleteItemRequest.builder().tableName(name).key(DynamoItem.key(key));
        expression(condition)
                .ifPresent(expression ->
                        request.conditionExpression(expression.text())
                                .expressionAttributeNames(expression.names())
                                .expressionAttributeValues(expression.values()));
        return held(() -> client.deleteItem(request.build()));
    }

    private static boolean held(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ConditionalCheckFailedException ignored) {
            return false;
        }
    }

    @Override
    public boolean transact(List<Write> writes) {
        Transactions.require(writes);
        List<TransactWriteItem> parts = writes.stream().map(this::part).toList();
        try {
            client.transactWriteItems(request -> request.transactItems(parts));
            return true;
        } catch (TransactionCanceledException e) {
            if (DynamoRetries.isConditionFailed(e)) {
                return false;
            }
            throw e;
        }
    }

    private TransactWriteItem part(Write write) {
        TransactWriteItem.Builder part = TransactWriteItem.builder();
        return switch (write) {
            case Write.Put put -> part.put(put(put)).build();
            case Write.Delete delete -> part.delete(delete(delete)).build();
        };
    }

    private Put put(Write.Put write) {
        Put.Builder put = Put.builder().tableName(name).item(DynamoItem.attributes(write.item()));
        expression(write.condition())
                .ifPresent(expression ->
                        put.conditionExpression(expression.text())
                                .expressionAttributeNames(expression.names())
                                .expressionAttributeValues(expression.values()));
        return put.build();
    }

    private Delete delete(Write.Delete write) {
        Delete.Builder delete = Delete.builder().tableName(name).key(DynamoItem.key(write.key()));
        expression(write.condition())
                .ifPresent(expression ->
                        delete.conditionExpression(expression.text())
                                .expressionAttributeNames(expression.names())
                                .expressionAttributeValues(expression.values()));
        return delete.build();
    }

    private Optional<DynamoExpression> expression(Condition condition) {
        return switch (condition) {
            case Condition.Always ignored -> Optional.empty();
            case Condition.Absent ignored -> Optional.of(DynamoExpression.absent(clock.instant()));
            case Condition.VersionIs wanted ->
                    Optional.of(DynamoExpression.versionIs(wanted.version(), clock.instant()));
        };
    }
}
