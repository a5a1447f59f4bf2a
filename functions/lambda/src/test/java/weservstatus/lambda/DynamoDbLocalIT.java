package weservstatus.lambda;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import weservstatus.process.ChildProcess;
import weservstatus.store.Table;
import weservstatus.store.TableContract;

/** The table's contract on DynamoDB Local; only with the profile of that name. */
@Tag("dynamodb-local")
@TestInstance(Lifecycle.PER_CLASS)
class DynamoDbLocalIT implements TableContract {
    private final ChildProcess process = DynamoDbLocal.start();
    private final DynamoDbClient client = new AwsEndpoint(process.address()).dynamo();
    private final String name = DynamoTables.create(client);

    @Override
    public Table table(InstantSource clock) {
        return new DynamoTable(client, name, clock);
    }

    @AfterAll
    void close() {
        client.close();
        process.close();
    }
}
