package weservstatus.lambda;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import weservstatus.store.TestClock;
import weservstatus.usecase.TransferContract;

/** Exports and imports of tables and buckets. */
@Tag("contract")
@ExtendWith(EmulatorExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class TransferIT implements TransferContract {
    private final DynamoDbClient dynamo;
    private final S3Client s3;

    TransferIT(AwsEndpoint endpoint) {
        dynamo = endpoint.dynamo();
        s3 = endpoint.s3();
    }

    @Override
    public Stores stores(TestClock clock) {
        String bucket = "weserv-status-" + UUID.randomUUID();
        s3.createBucket(request -> request.bucket(bucket));
        return new Stores(
                new DynamoTable(dynamo, DynamoTables.create(dynamo), clock),
                new S3Blobs(s3, bucket));
    }

    @AfterAll
    void close() {
        dynamo.close();
        s3.close();
    }
}
