package weservstatus.lambda;

import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
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
                        .attributeDefinitions(
                                pk -> pk.attributeName("pk").attributeType(ScalarAttributeType.S),
                                sk -> sk.attributeName("sk").attributeType(ScalarAttributeType.S))
                        .keySchema(
                                pk -> pk.attributeName("pk").keyType(KeyType.HASH),
                                sk -> sk.attributeName("sk").keyType(KeyType.RANGE)));
        client.waiter().waitUntilTableExists(table -> table.tableName(name));
        return name;
    }
}
