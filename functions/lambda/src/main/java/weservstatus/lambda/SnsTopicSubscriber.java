package weservstatus.lambda;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.FilterPolicyLimitExceededException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.SubscriptionLimitExceededException;
import weservstatus.usecase.TopicSubscriber;

/**
 * Adds mail addresses to a topic of SNS, which writes to each and waits for a click. Phones are
 * never added here: whoever may have text messages sent can make others pay.
 */
final class SnsTopicSubscriber implements TopicSubscriber {
    private static final String MAIL = "email";
    private static final String FILTER = "FilterPolicy";

    private final SnsClient client;
    private final String topic;
    private final Consumer<String> refusals;

    /**
     * @param refusals told why SNS does not want an address, without the address
     */
    SnsTopicSubscriber(SnsClient client, String topic, Consumer<String> refusals) {
        this.client = client;
        this.topic = topic;
        this.refusals = refusals;
    }

    /**
     * SNS refuses an address that is there with another filter, and all that are new when the topic
     * has no room: which of both must not be seen from outside.
     */
    @Override
    public void subscribe(String address, String filterPolicy) {
        try {
            client.subscribe(request ->
                    request.topicArn(topic)
                            .protocol(MAIL)
                            .endpoint(address)
                            .attributes(Map.of(FILTER, filterPolicy)));
        } catch (InvalidParameterException
                | FilterPolicyLimitExceededException
                | SubscriptionLimitExceededException refused) {
            refusals.accept("SNS takes no subscription: " + refused.awsErrorDetails().errorCode());
        }
    }
}
