package weservstatus.lambda;

import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import weservstatus.usecase.Confirmer;

/**
 * Hands an order to its place by the topic of orders and does not wait for what it sees: the round
 * that it stores sets off the next review. Each place's function hears the orders that carry its
 * location, in whatever region it is.
 */
final class SnsConfirmer implements Confirmer {
    static final String LOCATION = "location";

    private final SnsClient client;
    private final String topic;

    SnsConfirmer(SnsClient client, String topic) {
        this.client = client;
        this.topic = topic;
    }

    @Override
    public void confirm(Order order) {
        MessageAttributeValue location =
                MessageAttributeValue.builder()
                        .dataType("String")
                        .stringValue(order.location().value())
                        .build();
        client.publish(request ->
                request.topicArn(topic)
                        .message(ProbeEvent.write(order))
                        .messageAttributes(Map.of(LOCATION, location)));
    }
}
