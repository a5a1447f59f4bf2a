package weservstatus.lambda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A topic of its own, and a queue that gets what is told there. */
final class Mailbox implements AutoCloseable {
    /** Longest that SQS lets a question wait for a message. */
    private static final int WAIT_SECONDS = 20;

    /** Long enough for a schedule's first turn. */
    private static final int WAITS = 6;

    private final SnsClient sns;
    private final SqsClient sqs;
    private final String topic;
    private final String queue;

    /** A topic and a queue of their own. */
    Mailbox(AwsEndpoint aws) {
        this(aws, Optional.empty(), Map.of());
    }

    /** A queue that hears a topic that is there. */
    static Mailbox of(AwsEndpoint aws, String topic) {
        return new Mailbox(aws, Optional.of(topic), Map.of());
    }

    /** A queue that hears of a topic only what has this value of a message attribute. */
    static Mailbox filtered(AwsEndpoint aws, String topic, String attribute, String value) {
        return filtered(aws, topic, "{\"%s\":[\"%s\"]}".formatted(attribute, value));
    }

    /** A queue that hears of a topic what the filter policy takes. */
    static Mailbox filtered(AwsEndpoint aws, String topic, String policy) {
        return new Mailbox(aws, Optional.of(topic), Map.of("FilterPolicy", policy));
    }

    private Mailbox(AwsEndpoint aws, Optional<String> existing, Map<String, String> subscription) {
        String name = "weserv-status-" + UUID.randomUUID();
        sns = aws.sns();
        sqs =
                aws.at(SqsClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
        topic = existing.orElseGet(() -> sns.createTopic(request -> request.name(name)).topicArn());
        queue = sqs.createQueue(request -> request.queueName(name)).queueUrl();
        allow(queueArn());
        sns.subscribe(request ->
                request.topicArn(topic)
                        .protocol("sqs")
                        .endpoint(queueArn())
                        .attributes(subscription));
    }

    /** A topic may send to a queue only where the queue says so. */
    private void allow(String arn) {
        String policy =
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                 "Action": "sqs:SendMessage", "Resource": "%s"}]}
                """
                        .formatted(arn);
        sqs.setQueueAttributes(request ->
                request.queueUrl(queue).attributes(Map.of(QueueAttributeName.POLICY, policy)));
    }

    String topic() {
        return topic;
    }

    /** Waits for that many messages, takes them out and returns what SNS wrote into each. */
    List<JsonNode> take(int count) {
        List<JsonNode> taken = new ArrayList<>();
        while (taken.size() < count) {
            List<JsonNode> messages = receive(WAIT_SECONDS);
            for (int more = 1; messages.isEmpty() && more < WAITS; more++) {
                messages = receive(WAIT_SECONDS);
            }
            if (messages.isEmpty()) {
                throw new AssertionError("%d of %d messages came".formatted(taken.size(), count));
            }
            taken.addAll(messages);
        }
        return taken;
    }

    /** Whether nothing is in the queue now. */
    boolean isEmpty() {
        return receive(0).isEmpty();
    }

    /** Takes out what is there, or comes within that time; returns what SNS wrote into each. */
    List<JsonNode> receive(int waitSeconds) {
        List<Message> messages =
                sqs.receiveMessage(request ->
                                request.queueUrl(queue)
                                        .maxNumberOfMessages(10)
                                        .waitTimeSeconds(waitSeconds))
                        .messages();
        messages.forEach(message ->
                sqs.deleteMessage(
                        request -> request.queueUrl(queue).receiptHandle(message.receiptHandle())));
        return messages.stream()
                .map(message -> JsonMapper.shared().readTree(message.body()))
                .toList();
    }

    private String queueArn() {
        String arn =
                sqs.getQueueAttributes(request ->
                                request.queueUrl(queue)
                                        .attributeNames(QueueAttributeName.QUEUE_ARN))
                        .attributes()
                        .get(QueueAttributeName.QUEUE_ARN);
        if (arn == null) {
            throw new AssertionError("the queue has no ARN: " + queue);
        }
        return arn;
    }

    @Override
    public void close() {
        sns.close();
        sqs.close();
    }
}
