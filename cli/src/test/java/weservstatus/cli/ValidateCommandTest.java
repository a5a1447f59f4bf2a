package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weservstatus.probe.Version;

class ValidateCommandTest {
    @TempDir private Path folder = Path.of("unset");

    @Test
    void printsWhatWouldRunAndWhatIsOff() {
        CommandRun run =
                CommandRun.of("validate", CommandRun.HOME.resolve("status.yaml").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("Target wsrv at https://wsrv.nl: ")
                .contains("checks are off, because target wsrv has no origin")
                .contains("webp (WebP)");
    }

    @Test
    void printsEveryFaultAndEndsWith2() throws IOException {
        String good = Files.readString(CommandRun.HOME.resolve("status.yaml"));
        Path file =
                Files.writeString(
                        folder.resolve("mine.yaml"),
                        good.replace("timeout: 10s", "timeout: tomorrow")
                                .replace("component: effects", "component: efects"));

        CommandRun run = CommandRun.of("validate", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("tomorrow", "efects", "did you mean \"effects\"?");
        assertThat(run.err().lines()).allMatch(line -> line.startsWith(file + ":"));
    }

    @Test
    void saysItsVersionAndItsCommands() {
        assertThat(CommandRun.of("version").out().strip())
                .isEqualTo("weserv-status " + Version.current());
        assertThat(CommandRun.of("--help").out())
                .contains("run", "demo", "probe", "plan", "validate", "version");
        assertThat(CommandRun.of("probe", "--help").out())
                .contains("--explain", "--json", "--junit", "--control", "Exit codes:");
    }
}
