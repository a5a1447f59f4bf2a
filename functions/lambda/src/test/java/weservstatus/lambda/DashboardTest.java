package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard of the template is JSON that CloudWatch can read, and shows what is sent. */
class DashboardTest {
    private static final String BODY = "DashboardBody: !Sub |";

    @Test
    void everyFigureOfThePageIsShownAndNoOther() throws IOException {
        JsonNode widgets = JsonMapper.shared().readTree(body()).path("widgets");

        assertThat(widgets).isNotEmpty();
        List<String> shown =
                widgets.valueStream()
                        .peek(widget ->
                                assertThat(widget.path("type").asString()).isEqualTo("metric"))
                        .map(widget -> widget.path("properties"))
                        .peek(drawn ->
                                assertThat(drawn.path("region").asString()).isEqualTo("Region"))
                        .flatMap(drawn -> drawn.path("metrics").valueStream())
                        .filter(metric ->
                                metric.path(0).asString().equals(CloudWatchMetrics.NAMESPACE))
                        .map(metric -> metric.path(1).asString())
                        .toList();
        assertThat(shown)
                .containsExactlyInAnyOrder(
                        PageMetrics.AVAILABILITY, PageMetrics.COVERAGE, PageMetrics.P95);
    }

    /** As CloudFormation would fill it in, with the names of what it would put there. */
    private static String body() throws IOException {
        return Files.readAllLines(Events.ROOT.resolve("template.yaml")).stream()
                .dropWhile(line -> !line.strip().equals(BODY))
                .skip(1)
                .takeWhile(line -> line.startsWith("        "))
                .map(line -> line.replaceAll("\\$\\{(?:AWS::)?([^}]+)}", "$1"))
                .collect(Collectors.joining("\n"));
    }
}
