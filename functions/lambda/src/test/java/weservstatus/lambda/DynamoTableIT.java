package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import weservstatus.store.Table;
import weservstatus.store.Table.Condition;
import weservstatus.store.Table.Item;
import weservstatus.store.TableContract;
import weservstatus.store.TestClock;

@Tag("contract")
@ExtendWith(EmulatorExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class DynamoTableIT implements TableContract {
    private final DynamoDbClient client;
    private final String name;

    DynamoTableIT(AwsEndpoint endpoint) {
        client = endpoint.dynamo();
        name = DynamoTables.create(client);
    }

    @AfterAll
    void deleteTable() {
        client.deleteTable(table -> table.tableName(name));
        client.close();
    }

    @Override
    public Table table(InstantSource clock) {
        return new DynamoTable(client, name, clock);
    }

    @Test
    void keepsAShortDocumentReadableAndCompressesALongOne() {
        Item small = Item.of(new Table.Key(partition(), "small"), "{\"a\":1}");
        Item large =
                Item.of(new Table.Key(partition(), "large"), "{\"" + "a".repeat(3_000) + "\":1}");
        Table table = table();
        table.put(small, Condition.ALWAYS);
        table.put(large, Condition.ALWAYS);

        assertThat(raw(small.key())).containsEntry("doc", AttributeValue.fromS("{\"a\":1}"));
        assertThat(raw(large.key()))
                .doesNotContainKey("doc")
                .hasEntrySatisfying(
                        "gz", gz -> assertThat(gz.b().asByteArray()).hasSizeLessThan(100));
    }

    @Test
    void writesTheTimeToLiveInSeconds() {
        Table.Key key = new Table.Key(partition(), "a");
        table().put(new Item(key, "{}", 0, Optional.of(NOON.plusMillis(1_500))), Condition.ALWAYS);

        assertThat(raw(key))
                .containsEntry("ttl", AttributeValue.fromN("" + (NOON.getEpochSecond() + 1)));
    }

    @Test
    void aTableThatIsNotThereIsTroubleAndNotAnAnswer() {
        Table table = new DynamoTable(client, "no-such-table", new TestClock(NOON));
        Table.Key key = new Table.Key("p", "a");

        assertThatThrownBy(() -> table.get(key)).isInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> table.put(Item.of(key, "{}"), Condition.ABSENT))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private Map<String, AttributeValue> raw(Table.Key key) {
        return client.getItem(request ->
                        request.tableName(name).key(DynamoItem.key(key)).consistentRead(true))
                .item();
    }
}
