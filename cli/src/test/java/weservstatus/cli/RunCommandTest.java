package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which a monitor cannot start; what it does when it can is tested where it lives. */
class RunCommandTest {
    @TempDir private Path folder = Path.of("unset");

    @ParameterizedTest
    @ValueSource(strings = {"run", "demo"})
    void namesTheRemedyWhenThePortIsTaken(String command) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandRun run =
                    CommandRun.of(
                            command,
                            "--port",
                            Integer.toString(taken.getLocalPort()),
                            "--data",
                            folder.toString());

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .contains("port " + taken.getLocalPort() + " on 127.0.0.1 is in use")
                    .contains("choose another with --port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void namesTheRemedyWhenTheFolderIsTaken() throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            CommandRun run = CommandRun.of("demo", "--port", "0", "--data", folder.toString());

            assertThat(lock.isValid()).isTrue();
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err())
                    .contains("is in use by another weserv-status; choose another with --data");
        }
    }

    @Test
    void refusesABadConfigurationBeforeAnythingStarts() throws IOException {
        Path file = Files.writeString(folder.resolve("status.yaml"), "page: 7\n");
        Path data = folder.resolve("data");

        CommandRun run =
                CommandRun.of("run", "--config", file.toString(), "--data", data.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith(file + ":1:");
        assertThat(data).doesNotExist();
    }

    @Test
    void namesTheVariableThatLacksAToken() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("status.yaml"),
                        """
                        page: {name: Example, url: "https://status.example.org/"}
                        locations: [{id: here, name: This machine}]
                        targets: [{id: own, url: "http://127.0.0.1:1"}]
                        control: none
                        groups: [{id: g, name: G, components: [{id: c, name: C}]}]
                        checks:
                          - id: backup
                            name: Nightly backup
                            component: c
                            heartbeat: {interval: 1d, grace: 1h, tokenFrom: NO_SUCH_VARIABLE_HERE}
                        """);

        CommandRun run =
                CommandRun.of(
                        "run",
                        "--port",
                        "0",
                        "--config",
                        file.toString(),
                        "--data",
                        folder.resolve("data").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .endsWith(
                        "check backup: the environment variable NO_SUCH_VARIABLE_HERE holds no"
                                + " token; set it to 16 or more random characters\n")
                .doesNotContain("\tat ");
    }

    @Test
    void refusesWhatIsNoPort() {
        assertThat(CommandRun.of("run", "--port", "70000").err())
                .contains("--port: 70000 is no port; give 0 to 65535");
        assertThat(CommandRun.of("run", "--port", "http").exitCode()).isEqualTo(2);
    }
}
