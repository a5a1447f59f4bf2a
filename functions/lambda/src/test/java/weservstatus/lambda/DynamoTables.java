package weservstatus.lambda;

import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Makes tables of the form that the template makes. */
final class DynamoTables {
    private DynamoTables() {}

    /** Returns the name of a new table that is ready. */
    static String create(DynamoDbClient client) {
        String name = "weserv-status-" + UUID.randomUUID();
        client.createTable(table ->
                table.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(List.of(text("pk"), text("sk")))
                        .keySchema(List.of(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))));
        client.waiter().waitUntilTableExists(table -> table.tableName(name));
        return name;
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
