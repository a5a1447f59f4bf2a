package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What CloudWatch must do with the page's figures, and with an alarm that goes off. */
@Tag("contract")
@ExtendWith(EmulatorExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class CloudWatchIT {
    private final AwsEndpoint aws;
    private final CloudWatchClient client;

    CloudWatchIT(AwsEndpoint aws) {
        this.aws = aws;
        client =
                aws.at(CloudWatchClient.builder())
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build();
    }

    @AfterAll
    void close() {
        client.close();
    }

    @Test
    void figuresOfOneMinuteCanBeReadByStackAndName() {
        String stack = name();
        Instant now = Instant.now();
        new CloudWatchMetrics(() -> client, stack)
                .put(Map.of("Availability", 99.5, "Coverage", 100.0), now);

        assertThat(read(stack, "Availability", now)).containsExactly(99.5);
        assertThat(read(stack, "Coverage", now)).containsExactly(100.0);
        assertThat(read("another", "Coverage", now)).isEmpty();
    }

    @Test
    void anAlarmThatGoesOffTellsItsTopic() {
        String name = name();
        try (Mailbox mailbox = new Mailbox(aws)) {
            client.putMetricAlarm(alarm ->
                    alarm.alarmName(name)
                            .namespace(CloudWatchMetrics.NAMESPACE)
                            .metricName("Coverage")
                            .statistic(Statistic.AVERAGE)
                            .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                            .threshold(50.0)
                            .period(60)
                            .evaluationPeriods(5)
                            .alarmActions(mailbox.topic()));
            client.setAlarmState(request ->
                    request.alarmName(name).stateValue(StateValue.ALARM).stateReason("a test"));

            JsonNode told =
                    JsonMapper.shared()
                            .readTree(mailbox.take(1).getFirst().path("Message").asString());
            assertThat(told.path("AlarmName").asString()).isEqualTo(name);
            assertThat(told.path("NewStateValue").asString()).isEqualTo("ALARM");
            assertThat(client.describeAlarms(request -> request.alarmNames(name)).metricAlarms())
                    .extracting(MetricAlarm::stateReason)
                    .containsExactly("a test");
        }
    }

    private List<Double> read(String stack, String metric, Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.MINUTES);
        return client
                .getMetricStatistics(request ->
                        request.namespace(CloudWatchMetrics.NAMESPACE)
                                .metricName(metric)
                                .dimensions(Dimension.builder().name("Stack").value(stack).build())
                                .startTime(minute.minus(Duration.ofMinutes(5)))
                                .endTime(minute.plus(Duration.ofMinutes(5)))
                                .period(60)
                                .statistics(Statistic.AVERAGE))
                .datapoints()
                .stream()
                .map(Datapoint::average)
                .toList();
    }

    private static String name() {
        return "weserv-status-" + UUID.randomUUID();
    }
}
