package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

class DynamoRetriesTest {

    @ParameterizedTest
    @CsvSource({
        "None TransactionConflict, true, false",
        "ThrottlingError None, true, false",
        "ProvisionedThroughputExceeded, true, false",
        "None ConditionalCheckFailed, false, true",
        "TransactionConflict ConditionalCheckFailed, false, true",
        "ValidationError None, false, false",
        "ItemCollectionSizeLimitExceeded, false, false"
    })
    void repeatsACancelledTransactionOnlyWhereThatMayHelp(
            String codes, boolean repeated, boolean conditionFailed) {
        TransactionCanceledException cancelled =
                TransactionCanceledException.builder()
                        .cancellationReasons(
                                Arrays.stream(codes.split(" "))
                                        .map(code ->
                                                CancellationReason.builder().code(code).build())
                                        .toList())
                        .build();

        assertThat(DynamoRetries.passes(cancelled)).isEqualTo(repeated);
        assertThat(DynamoRetries.isConditionFailed(cancelled)).isEqualTo(conditionFailed);
    }

    @Test
    void repeatsAWriteThatMetATransaction() {
        assertThat(DynamoRetries.passes(TransactionConflictException.builder().build())).isTrue();
        assertThat(DynamoRetries.passes(ResourceNotFoundException.builder().build())).isFalse();
        assertThat(DynamoRetries.passes(new IllegalStateException())).isFalse();
    }
}
