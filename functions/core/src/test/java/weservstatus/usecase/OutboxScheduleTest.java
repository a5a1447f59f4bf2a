package weservstatus.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Some of the schedules of which the bench runs 10,000. */
class OutboxScheduleTest {
    @Test
    void nothingIsLostAndEveryOrderEndsInTheSameState() {
        int crashes = 0;
        int repeats = 0;
        for (int seed = 0; seed < 200; seed++) {
            OutboxSchedule.Result result = OutboxSchedule.live(seed);
            assertThat(result.lost()).as("lost with seed %d", seed).isZero();
            assertThat(result.sameEnd()).as("same end with seed %d", seed).isTrue();
            assertThat(result.repeats()).isLessThanOrEqualTo(result.crashes());
            crashes += result.crashes();
            repeats += result.repeats();
        }

        assertThat(crashes).isGreaterThan(50);
        assertThat(repeats).isPositive();
    }
}
