package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CostCommandTest {
    @Test
    void printsEachItemAndTheSumWithAndWithoutWhatIsFree() {
        CommandRun run = CommandRun.of("cost", "--checks", "20", "--locations", "3");

        assertThat(run.exitCode()).isEqualTo(ExitCode.GOOD);
        assertThat(run.out())
                .startsWith("20 checks in each round, 3 places, a round every 60 s")
                .contains("lambda time", "table writes", "alarms")
                .containsPattern("together +\\d+\\.\\d\\d +\\d+\\.\\d\\d");
    }

    @Test
    void refusesANumberThatIsNone() {
        CommandRun run = CommandRun.of("cost", "--locations", "0");

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .contains("--locations: 0 is not a number from 1 to 1000; write one of this range");
    }
}
