package weservstatus.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import weservstatus.status.SampleSnapshots;
import weservstatus.status.StatusSnapshot;
import weservstatus.store.TestClock;

class MinuteMetricsTest {
    private final TestClock clock = new TestClock(SampleSnapshots.NOW);
    private final List<Map<String, Double>> told = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    @Test
    void tellsAFewFiguresOnceInEachMinute() {
        MinuteMetrics metrics =
                new MinuteMetrics((figures, at) -> told.add(figures), clock, troubles::add);
        StatusSnapshot snapshot = SampleSnapshots.incident();
        metrics.tell(snapshot);
        metrics.tell(snapshot);
        clock.advance(Duration.ofMinutes(1));
        metrics.tell(snapshot);

        assertThat(told).hasSize(2);
        assertThat(told.getFirst().keySet())
                .contains(PageMetrics.AVAILABILITY, PageMetrics.COVERAGE)
                .hasSizeLessThanOrEqualTo(10);
        assertThat(told.getFirst().get(PageMetrics.AVAILABILITY)).isBetween(0.0, 100.0);
    }

    @Test
    void troubleIsWrittenDownAndDisturbsNothing() {
        MinuteMetrics metrics =
                new MinuteMetrics(
                        (figures, at) -> {
                            throw new IllegalStateException("no CloudWatch");
                        },
                        clock,
                        troubles::add);
        metrics.tell(SampleSnapshots.incident());

        assertThat(troubles)
                .containsExactly(
                        "cannot tell the figures of the page: java.lang.IllegalStateException: no"
                                + " CloudWatch");
    }
}
