package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void jsonHoldsEachRoundOnceAndCountsItsRequests() {
        CommandRun run = CommandRun.of("plan", "--json", "--origin", ORIGIN);
        JsonNode here = JsonMapper.shared().readTree(run.out()).path("locations").path(0);

        int rounds =
                here.path("rounds").values().stream()
                        .mapToInt(round -> round.path("uncached").asInt())
                        .sum();
        int tens =
                here.path("tenMinutes").values().stream()
                        .mapToInt(ten -> ten.path("uncached").asInt())
                        .sum();
        assertThat(here.path("rounds").size()).isEqualTo(60);
        assertThat(here.path("tenMinutes").size()).isEqualTo(6);
        assertThat(rounds).isEqualTo(tens).isBetween(61, 120);
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
