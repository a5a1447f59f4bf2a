package weservstatus.lambda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.notify.Channel;
import weservstatus.notify.Delivery;
import weservstatus.notify.Message;
import weservstatus.notify.MessageText;
import weservstatus.notify.SmsText;
import weservstatus.notify.SnsChannel;
import weservstatus.usecase.Sender;

/**
 * Tells topics of SNS: a subject of one line, a text for people, a short one for phones, and the
 * attributes {@code id}, {@code event}, {@code impact} and {@code components} for filters and
 * programs. SNS may deliver twice; a repeat has the same {@code id}. All other channels are told by
 * another sender.
 */
final class SnsSender implements Sender {
    /** Beyond this SNS refuses a subject; it must be printable ASCII. */
    private static final int MAX_SUBJECT = 99;

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
            client.publish(request ->
                    request.topicArn(topic)
                            .subject(subject(message))
                            .messageStructure("json")
                            .message(texts(message))
                            .messageAttributes(attributes(message)));
            return Delivery.SENT;
        } catch (SdkException e) {
            return isFinal(e)
                    ? new Delivery.Refused("SNS refuses the message: " + e.getMessage())
                    : new Delivery.Failed("SNS does not take the message", Optional.empty());
        }
    }

    private static boolean isFinal(SdkException trouble) {
        return trouble instanceof AwsServiceException said
                && said.statusCode() >= 400
                && said.statusCode() < 500
                && said.statusCode() != TOO_MANY
                && !said.isThrottlingException();
    }

    static String subject(Message message) {
        String ascii = MessageText.subject(message).replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.substring(0, Math.min(MAX_SUBJECT, ascii.length()));
    }

    private static String texts(Message message) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of(
                                "default", MessageText.body(message),
                                "sms", SmsText.of(message)));
    }

    private static Map<String, MessageAttributeValue> attributes(Message message) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put("id", attribute("String", message.id().value()));
        attributes.put("event", attribute("String", message.event().label()));
        attributes.put("impact", attribute("String", message.heading().impact().label()));
        List<String> components = message.parts().stream().map(part -> part.id().value()).toList();
        if (!components.isEmpty()) {
            attributes.put(
                    "components",
                    attribute("String.Array", JsonMapper.shared().writeValueAsString(components)));
        }
        return attributes;
    }

    private static MessageAttributeValue attribute(String type, String value) {
        return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
    }
}
