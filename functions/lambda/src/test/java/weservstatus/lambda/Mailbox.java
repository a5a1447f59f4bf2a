package weservstatus.lambda;

import java.util.ArrayList;
import java.util.List;
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

    private final SnsClient sns;
    private final SqsClient sqs;
    private final String topic;
    private final String queue;

    Mailbox(AwsEndpoint aws) {
        String name = "weserv-status-" + UUID.randomUUID();
        sns = aws.sns();
        sqs =
                aws.at(SqsClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
        topic = sns.createTopic(request -> request.name(name)).topicArn();
        queue = sqs.createQueue(request -> request.queueName(name)).queueUrl();
        sns.subscribe(request -> request.topicArn(topic).protocol("sqs").endpoint(queueArn()));
    }

    String topic() {
        return topic;
    }

    /** Waits for that many messages, takes them out and returns what SNS wrote into each. */
    List<JsonNode> take(int count) {
        List<JsonNode> taken = new ArrayList<>();
        while (taken.size() < count) {
            List<Message> messages = receive(WAIT_SECONDS);
            if (messages.isEmpty()) {
                throw new AssertionError("%d of %d messages came".formatted(taken.size(), count));
            }
            messages.forEach(message -> taken.add(JsonMapper.shared().readTree(message.body())));
        }
        return taken;
    }

    /** Whether nothing is in the queue now. */
    boolean isEmpty() {
        return receive(0).isEmpty();
    }

    private List<Message> receive(int waitSeconds) {
        List<Message> messages =
                sqs.receiveMessage(request ->
                                request.queueUrl(queue)
                                        .maxNumberOfMessages(10)
                                        .waitTimeSeconds(waitSeconds))
                        .messages();
        messages.forEach(message ->
                sqs.deleteMessage(
                        request -> request.queueUrl(queue).receiptHandle(message.receiptHandle())));
        return messages;
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
