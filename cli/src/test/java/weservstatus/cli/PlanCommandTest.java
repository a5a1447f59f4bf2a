package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanCommandTest {
    private static final String ORIGIN = "https://status.example.org/card";

    @TempDir private Path folder = Path.of("unset");

    @Test
    void printsTurnsRequestsAndCoverage() {
        CommandRun run = CommandRun.of("plan", "--origin", ORIGIN, "--locations", "2");

        assertThat(run.out())
                .contains("Every round: home cached-card resize-card\n")
                .contains("Beside that, location here (times in UTC):")
                .contains("Beside that, location place-2 (times in UTC):")
                .contains("TEN MINUTES FROM  UNCACHED  CACHED  NEITHER")
                .contains("of a budget of 20")
                .containsPattern("dpr +30m +pixel-ratio")
                .containsPattern("tbg +never \\(versions differ\\)");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("hoursOfADay")
    void jsonHoldsEachRoundOnceAndCountsItsRequests(Instant hour) {
        CommandRun run = CommandRun.at(hour, "plan", "--json", "--origin", ORIGIN);
        JsonNode here = JsonMapper.shared().readTree(run.out()).path("locations").path(0);

        assertThat(here.path("rounds").size()).isEqualTo(60);
        assertThat(here.path("tenMinutes").size()).isEqualTo(6);
        assertThat(uncached(here.path("rounds")))
                .isEqualTo(uncached(here.path("tenMinutes")))
                .isBetween(61, 120);
    }

    static Stream<Instant> hoursOfADay() {
        Instant midnight = Instant.parse("2026-03-29T00:00:00Z");
        return IntStream.range(0, 24).mapToObj(hour -> midnight.plus(Duration.ofHours(hour)));
    }

    private static int uncached(JsonNode parts) {
        return parts.values().stream().mapToInt(part -> part.path("uncached").asInt()).sum();
    }

    @Test
    void endsWith1WhereTheBudgetIsExceeded() throws IOException {
        String text = Files.readString(CommandRun.HOME.resolve("status.yaml"));
        Path file =
                Files.writeString(
                        folder.resolve("hasty.yaml"), text.replace("every: 1h", "every: 10m"));

        CommandRun run = CommandRun.of("plan", "--config", file.toString(), "--origin", ORIGIN);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("TOO MUCH").contains("The budget is NOT kept");
    }

    @Test
    void endsWith1WhereNothingProvesTheParameters() {
        CommandRun run = CommandRun.of("plan");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).containsPattern("blur +never TOO SELDOM");
    }

    @Test
    void refusesACountThatMakesNoSense() {
        CommandRun run = CommandRun.of("plan", "--locations", "0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--locations: 0 is not a number from 1 to 30");
    }
}
