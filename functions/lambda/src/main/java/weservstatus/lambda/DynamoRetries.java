package weservstatus.lambda;

import java.util.Set;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/**
 * What a DynamoDB client is to repeat beyond what the SDK repeats by itself: transactions that met
 * another one or were throttled, and single writes that met a transaction. To be given to {@code
 * overrideConfiguration(o -> o.retryStrategy(DynamoRetries::configure))}.
 */
public final class DynamoRetries {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private DynamoRetries() {}

    public static void configure(RetryStrategy.Builder<?, ?> strategy) {
        strategy.retryOnException(DynamoRetries::passes);
    }

    /** Whether a condition of the transaction did not hold, whatever else went wrong. */
    static boolean isConditionFailed(TransactionCanceledException e) {
        return e.cancellationReasons().stream()
                .map(CancellationReason::code)
                .anyMatch(CONDITION_FAILED::equals);
    }

    /** Whether the same request may succeed a moment later. */
    static boolean passes(Throwable e) {
        return switch (e) {
            case TransactionConflictException ignored -> true;
            case TransactionCanceledException cancelled ->
                    !isConditionFailed(cancelled)
                            && cancelled.cancellationReasons().stream()
                                    .map(CancellationReason::code)
                                    .anyMatch(PASSING::contains);
            default -> false;
        };
    }
}
