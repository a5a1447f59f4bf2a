package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What SQS must do for the template's queue of failures; no program of ours speaks to it. */
@Tag("contract")
@ExtendWith(EmulatorExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class SqsIT {
    private final SqsClient client;

    SqsIT(AwsEndpoint aws) {
        client =
                aws.at(SqsClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
    }

    @AfterAll
    void close() {
        client.close();
    }

    @Test
    void aMessageThatWasTakenOutIsGone() {
        String queue = queue(Map.of());
        client.sendMessage(request -> request.queueUrl(queue).messageBody("a failure"));

        Message message = receive(queue).getFirst();
        client.deleteMessage(
                request -> request.queueUrl(queue).receiptHandle(message.receiptHandle()));

        assertThat(message.body()).isEqualTo("a failure");
        assertThat(attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .isEqualTo("0");
        assertThat(attribute(queue, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .isEqualTo("0");
    }

    @Test
    void aMessageThatNobodyTakesOutIsSetAside() {
        String failures = queue(Map.of());
        String arn = attribute(failures, QueueAttributeName.QUEUE_ARN);
        String queue =
                queue(
                        Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                "0",
                                QueueAttributeName.REDRIVE_POLICY,
                                "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":1}"
                                        .formatted(arn)));
        client.sendMessage(request -> request.queueUrl(queue).messageBody("poison"));

        assertThat(receive(queue)).extracting(Message::body).containsExactly("poison");
        assertThat(receiveNow(queue)).isEmpty();
        assertThat(receive(failures)).extracting(Message::body).containsExactly("poison");
    }

    private String queue(Map<QueueAttributeName, String> attributes) {
        String name = "weserv-status-" + UUID.randomUUID();
        return client.createQueue(request -> request.queueName(name).attributes(attributes))
                .queueUrl();
    }

    private List<Message> receive(String queue) {
        return client.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(20))
                .messages();
    }

    private List<Message> receiveNow(String queue) {
        return client.receiveMessage(request -> request.queueUrl(queue).waitTimeSeconds(0))
                .messages();
    }

    private String attribute(String queue, QueueAttributeName name) {
        return client.getQueueAttributes(request -> request.queueUrl(queue).attributeNames(name))
                .attributes()
                .getOrDefault(name, "");
    }
}
