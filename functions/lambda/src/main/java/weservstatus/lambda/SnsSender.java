package weservstatus.lambda;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import weservstatus.notify.Channel;
import weservstatus.notify.Delivery;
import weservstatus.notify.Message;
import weservstatus.notify.SnsChannel;
import weservstatus.notify.SnsText;
import weservstatus.usecase.Sender;

/**
 * Tells topics of SNS, once for all that subscribed there. SNS may deliver twice; a repeat has the
 * same {@code id}. All other channels are told by another sender.
 */
final class SnsSender implements Sender {
    private static final int TOO_MANY = 429;

    private final SnsClient client;
    private final Sender others;

    SnsSender(SnsClient client, Sender others) {
        this.client = client;
        this.others = others;
    }

    @Override
    public Delivery send(Message message, Channel channel) {
        return channel instanceof SnsChannel topic
                ? publish(message, topic.topic())
                : others.send(message, channel);
    }

    private Delivery publish(Message message, String topic) {
        try {
            SnsText text = SnsText.of(message);
            client.publish(request ->
                    request.topicArn(topic)
                            .subject(text.subject())
                            .messageStructure("json")
                            .message(text.body())
                            .messageAttributes(attributes(text)));
            return Delivery.SENT;
        } catch (SdkException e) {
            return isFinal(e)
                    ? new Delivery.Refused("SNS refuses the message: " + e.getMessage())
                    : new Delivery.Failed("SNS does not take the message", Optional.empty());
        }
    }

    /** Whether the same again would be refused again. */
    private static boolean isFinal(SdkException trouble) {
        return trouble instanceof AwsServiceException said
                && said.statusCode() >= 400
                && said.statusCode() < 500
                && said.statusCode() != TOO_MANY
                && !said.isThrottlingException();
    }

    private static Map<String, MessageAttributeValue> attributes(SnsText text) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        text.attributes().forEach((name, one) -> attributes.put(name, attribute("String", one)));
        text.lists().forEach((name, all) -> attributes.put(name, attribute("String.Array", all)));
        return attributes;
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
