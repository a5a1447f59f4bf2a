package weservstatus.lambda;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import weservstatus.check.LocationId;
import weservstatus.usecase.Confirmer;

/**
 * Hands an order to the probe function of its place and does not wait for what it sees: the round
 * that it stores sets off the next review.
 */
final class LambdaConfirmer implements Confirmer {
    private final Map<LocationId, String> functions;
    private final Function<String, LambdaClient> clients;
    private final ConcurrentMap<String, LambdaClient> known = new ConcurrentHashMap<>();

    /**
     * @param functions ARN of each place's probe function
     * @param clients makes the client for a region
     */
    LambdaConfirmer(Map<LocationId, String> functions, Function<String, LambdaClient> clients) {
        this.functions = Map.copyOf(functions);
        this.clients = clients;
    }

    @Override
    public void confirm(Order order) {
        String function =
                Optional.ofNullable(functions.get(order.location()))
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "nobody knows the probe function of "
                                                + order.location()
                                                + ": deploy the home stack again, with it in"
                                                + " FurtherProbes"));
        String region = Arn.fromString(function).region().orElseThrow();
        known.computeIfAbsent(region, clients)
                .invoke(request ->
                        request.functionName(function)
                                .invocationType(InvocationType.EVENT)
                                .payload(SdkBytes.fromByteArray(ProbeEvent.write(order))));
    }
}
