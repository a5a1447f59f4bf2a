package weservstatus.lambda;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/** Series of CloudWatch in the namespace {@link #NAMESPACE}, told apart by the stack's name. */
final class CloudWatchMetrics implements Metrics {
    static final String NAMESPACE = "WeservStatus";

    private final Supplier<CloudWatchClient> client;
    private final String stack;

    /**
     * @param client made when first used
     */
    CloudWatchMetrics(Supplier<CloudWatchClient> client, String stack) {
        this.client = client;
        this.stack = stack;
    }

    @Override
    public void put(Map<String, Double> figures, Instant at) {
        Dimension dimension = Dimension.builder().name("Stack").value(stack).build();
        List<MetricDatum> data =
                figures.entrySet().stream()
                        .map(figure ->
                                MetricDatum.builder()
                                        .metricName(figure.getKey())
                                        .value(figure.getValue())
                                        .timestamp(at)
                                        .dimensions(dimension)
                                        .build())
                        .toList();
        client.get().putMetricData(request -> request.namespace(NAMESPACE).metricData(data));
    }
}
