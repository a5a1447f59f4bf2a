package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.local.Fault;
import weservstatus.local.Recordings;
import weservstatus.local.Replay;

/** Over real sockets, against the replay. */
class ProbeCommandTest {
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private final Replay replay =
            Replay.start(Recordings.bundled(), fault::get, Replay.Tempo.AT_ONCE);

    @TempDir private Path folder = Path.of("unset");

    @AfterEach
    void close() {
        replay.close();
    }

    @Test
    void runsEveryCheckOnceAndEndsWith0WhenAllIsWell() {
        CommandRun run = probe();

        assertThat(run.out()).contains("16 passed").doesNotContain("failed");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err().lines()).allMatch(line -> line.startsWith("waiting for answers: "));
        assertThat(replay.unknownRequests()).isEmpty();
        assertThat(replay.answered()).isEqualTo(16);
    }

    @Test
    void printsOneJsonDocumentAndNothingElse() {
        CommandRun run = probe("--json", "--explain");

        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.path("checks").size()).isEqualTo(16);
        assertThat(json.path("checks").values())
                .allSatisfy(check -> {
                    assertThat(check.path("result").asString()).isEqualTo("passed");
                    assertThat(check.path("totalMs").isNumber()).isTrue();
                });
        assertThat(run.err()).contains("again with    curl");
    }

    @Test
    void endsWith1AndNamesTheDifferenceWhenACheckFails() throws IOException {
        fault.set(Fault.WEBP_BREAKS);
        Path junit = folder.resolve("junit.xml");

        CommandRun run = probe("webp", "jpeg", "--junit", junit.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("webp", "failed", "service", "IMAGE: ", "1 passed, 1 failed");
        assertThat(Files.readString(junit)).contains("failures=\"1\"", "service/IMAGE");
    }

    @Test
    void endsWith1WhenNobodyListens() throws IOException {
        CommandRun run =
                CommandRun.of(
                        "probe",
                        "home",
                        "--config",
                        Sample.demoConfiguration().toString(),
                        "--target",
                        closed(),
                        "--json");

        JsonNode check = JsonMapper.shared().readTree(run.out()).path("checks").path(0);
        assertThat(check.path("result").asString()).isEqualTo("failed");
        assertThat(check.path("side").asString()).isEqualTo("edge");
        assertThat(check.path("reason").asString()).isEqualTo("CONNECT");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void endsWith3WhenTheMonitorItselfIsBlind() throws IOException {
        CommandRun run =
                CommandRun.of(
                        "probe",
                        "home",
                        "--config",
                        Sample.demoConfiguration().toString(),
                        "--target",
                        closed(),
                        "--control",
                        closed());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("self-fault", "monitor");
    }

    @Test
    void explainsOnRequest() {
        CommandRun run = probe("quota", "--explain");

        assertThat(run.out())
                .contains(
                        "quota (Remaining requests): passed",
                        "request       GET " + replay.target() + "/quota",
                        "User-Agent: weserv-status/",
                        "phases        dns ",
                        "answered by   127.0.0.1, HTTP/1.1",
                        "held          ",
                        "again with    curl -sS");
    }

    @Test
    void endsWith2AndSuggestsWhenACheckIsUnknown() {
        CommandRun run = probe("wepb", "nonsense");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("there is no check \"wepb\"; did you mean \"webp\"?")
                .contains("there is no check \"nonsense\"; known here: home, cached-card");
        assertThat(replay.answered()).isZero();
    }

    @Test
    void endsWith2WhenANamedCheckCannotRun() {
        CommandRun run =
                CommandRun.of("probe", "webp", "--config", defaultConfiguration(), "--json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "check webp needs the test card at a public place; give --origin URL");
    }

    @Test
    void endsWith2WhenACertificateIsAskedOfAPlainTarget() {
        CommandRun run =
                CommandRun.of(
                        "probe",
                        "certificate",
                        "--config",
                        defaultConfiguration(),
                        "--target",
                        replay.target().toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        "check certificate looks at a certificate, but the target is plain http;"
                                + " give an https URL");
        assertThat(replay.answered()).isZero();
    }

    @Test
    void endsWith2WithEveryFaultOfTheConfiguration() throws IOException {
        Path file = Files.writeString(folder.resolve("status.yaml"), "page: 7\nnonsense: 1\n");

        CommandRun run = CommandRun.of("probe", "--config", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(file + ":1:", "page", file + ":2:", "nonsense");
    }

    @Test
    void endsWith2OnBadOptions() {
        assertThat(probe("--nonsense").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("probe", "--target", "wsrv.nl").exitCode()).isEqualTo(2);
        assertThat(CommandRun.of().exitCode()).isEqualTo(2);
        assertThat(CommandRun.of("probe", "--config", "nowhere.yaml").err())
                .isEqualToIgnoringNewLines(
                        "nowhere.yaml: there is no such file; give the right one");
    }

    private CommandRun probe(String... arguments) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "probe",
                                "--config",
                                Sample.demoConfiguration().toString(),
                                "--target",
                                replay.target().toString(),
                                "--origin",
                                replay.origin().toString()));
        all.addAll(List.of(arguments));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static String defaultConfiguration() {
        return CommandRun.HOME.resolve("status.yaml").toString();
    }

    /** An address where nobody listens. */
    private static String closed() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }
}
