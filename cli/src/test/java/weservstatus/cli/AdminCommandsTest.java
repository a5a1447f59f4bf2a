package weservstatus.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import weservstatus.check.Catalogue;
import weservstatus.config.Loaded;
import weservstatus.config.StatusYaml;
import weservstatus.local.Monitor;
import weservstatus.local.Network;
import weservstatus.local.Voice;

/** The commands of an administrator against a monitor that runs, over real sockets. */
class AdminCommandsTest {
    private static final String CONFIGURATION =
            """
            page: {name: Example, url: "https://status.example.org/"}
            locations: [{id: here, name: This machine}]
            targets: [{id: own, url: "http://127.0.0.1:1"}]
            control: none
            groups: [{id: g, name: G, components: [{id: formats, name: Formats}, {id: resize, name: Resize}]}]
            checks:
              - {id: backup, name: Backup, component: formats, heartbeat: {interval: 1d, grace: 1h, tokenSha256: 62f3158bcd585c618d8131325fd1b5580efc023a2ba30d38d243b9fad92cb05f}}
            """;

    private final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
    private final Map<String, String> environment = new HashMap<>();
    @TempDir private Path folder = Path.of("unset");
    private Optional<Monitor.Running> running = Optional.empty();

    @BeforeEach
    void start() {
        var settings =
                new Monitor.Settings(
                        0,
                        folder,
                        url -> catalogue(),
                        watched -> Network.prober(watched.page(), InstantSource.system()));
        running =
                Optional.of(
                        Monitor.start(
                                settings,
                                InstantSource.system(),
                                new Voice(ignored -> {}, troubles::add)));
        environment.put("WESERV_STATUS_ENDPOINT", url().toString());
    }

    @AfterEach
    void stop() {
        running.ifPresent(one -> one.monitor().close());
        assertThat(troubles).isEmpty();
    }

    @Test
    void anIncidentIsOpenedExplainedAndEndedInOneLineEach() {
        CommandRun open = run("incident open WebP-fails -t We-look. -c formats=partial_outage");
        assertThat(open.err()).isEmpty();
        assertThat(open.exitCode()).isZero();
        assertThat(open.out()).contains("investigating", "major", "WebP-fails");
        String id = json("incident list --open").at("/incidents/0/id").asString();

        assertThat(run("incident update " + id + " -t Found. --status identified").exitCode())
                .isZero();
        CommandRun over = run("incident resolve " + id + " -t Fixed.");
        assertThat(over.out()).contains("resolved");
        assertThat(run("incident show " + id).out())
                .contains("We-look.", "Found.", "Fixed.", "by local");
        assertThat(json("incident list --open").path("incidents")).isEmpty();
        assertThat(json("audit").path("entries").values())
                .extracting(entry -> entry.path("action").asString())
                .containsExactly("update", "update", "open");
    }

    @Test
    void aPastOneIsEnteredWithItsTimes() {
        CommandRun entered =
                run(
                        "incident open Disk-full -t Full. --started -3h --ended -2h --at -2h"
                                + " --status resolved -o json");

        JsonNode incident = JsonMapper.shared().readTree(entered.out());
        assertThat(incident.path("status").asString()).isEqualTo("resolved");
        assertThat(incident.at("/updates/0/told").asBoolean()).isFalse();
    }

    @Test
    void incidentsAreEditedAndMerged() {
        String one = id("incident open One -t a");
        String other = id("incident open Other -t b");
        String update = json("incident show " + one).at("/updates/0/id").asString();

        assertThat(run("incident edit " + one + " --title Whole --impact critical --acknowledge"))
                .extracting(CommandRun::exitCode)
                .isEqualTo(0);
        assertThat(run("incident edit " + one + " --update " + update + " -t reworded").exitCode())
                .isZero();
        assertThat(run("incident merge " + one + " " + other).exitCode()).isZero();
        assertThat(run("incident show " + one).out())
                .contains("Whole", "critical", "reworded", "b");
        assertThat(run("incident show " + other).exitCode()).isEqualTo(4);
    }

    @Test
    void workIsPlannedChangedAndCalledOff() {
        String id =
                id(
                        "maintenance plan Updates -t Slow. -c formats --rule FREQ=WEEKLY --zone"
                                + " Europe/Berlin --first 2030-01-01T02:30 --length PT1H --remind"
                                + " P1D");
        assertThat(run("maintenance list").out()).contains(id, "FREQ=WEEKLY", "Updates");
        String once = id("maintenance plan Disks -t x --start +1h --end +2h");
        String start =
                json("maintenance list").path("maintenance").values().stream()
                        .filter(work -> work.path("id").asString().equals(once))
                        .findFirst()
                        .orElseThrow()
                        .at("/occurrences/0/planned")
                        .asString();

        CommandRun longer =
                run("maintenance change " + once + " --occurrence " + start + " --end +3h");
        assertThat(longer.exitCode()).isZero();
        CommandRun off = run("maintenance cancel " + once + " --occurrence " + start + " -t No.");
        assertThat(off.out()).contains("cancelled");
        assertThat(run("maintenance cancel " + id).exitCode()).isZero();
    }

    @Test
    void aTemplateIsFilledIn() {
        assertThat(run("template create slow Slow-in-{{region}} -t {{region}}:slow").out())
                .contains("region");

        assertThat(run("incident open --template slow -f region=Asia").out())
                .contains("Slow-in-Asia");
        CommandRun changed = run("template change slow --title {{region}}-is-slow --impact major");
        assertThat(changed.out()).contains("{{region}}-is-slow", "major");
        assertThat(json("template show slow").path("body").asString()).isEqualTo("{{region}}:slow");
        assertThat(run("template change slow").err()).startsWith("nothing to change: give --title");
        CommandRun missing = run("incident open --template slow");
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("template.fields.region: it is missing; fill it in");
        assertThat(run("template remove slow").exitCode()).isZero();
        assertThat(run("template show slow").exitCode()).isEqualTo(4);
    }

    @Test
    void theEditorOpensWhenNoTextIsGiven() throws IOException {
        Path editor = folder.resolve("editor");
        Files.writeString(
                editor,
                """
                #!/bin/sh
                grep -q 'Night' "$2" && sed -i '1s/.*/# From the editor **now**/' "$2"
                """);
        Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwx------"));
        environment.put("EDITOR", editor + " --wait");

        CommandRun open = run("incident open Night");

        assertThat(open.err()).isEmpty();
        String id = json("incident list").at("/incidents/0/id").asString();
        assertThat(json("incident show " + id).at("/updates/0/body").asString())
                .isEqualTo("# From the editor **now**");
        environment.put("EDITOR", "true");
        assertThat(run("incident open Night").err())
                .isEqualTo("nothing is said: true left no text\n");
        environment.remove("EDITOR");
        assertThat(run("incident open Night").err())
                .isEqualTo("nothing is said: give --text, or set EDITOR\n");
    }

    @Test
    void eachTroubleHasAnExitCodeOfItsOwn() throws IOException {
        assertThat(run("incident show nothing12345").exitCode()).isEqualTo(4);
        assertThat(run("incident open x -t y -c fonts=major_outage").err())
                .contains("updates[0].components.fonts: there is no such component; there are");
        assertThat(run("incident open x -t y --at noon").err())
                .isEqualTo(
                        "--at: noon is no time; give one as in 2026-01-31T12:00:00Z, -20m or"
                                + " +2h\n");
        environment.put("WESERV_STATUS_TOKEN", "not-the-token");
        assertThat(run("incident list").exitCode()).isEqualTo(7);
        environment.put("WESERV_STATUS_ENDPOINT", "http://127.0.0.1:" + freePort());
        CommandRun dead = run("incident list");
        assertThat(dead.exitCode()).isEqualTo(6);
        assertThat(dead.err()).contains("is the monitor running?").doesNotContain("\tat ");
    }

    @Test
    void aSilenceBeginsAndEnds() {
        String id = id("silence begin Known --until +2h -c formats");

        assertThat(run("silence list").out()).contains(id, "formats", "local", "Known");
        assertThat(run("silence end " + id).exitCode()).isZero();
        assertThat(json("silence list").path("silences")).isEmpty();
        assertThat(json("subscriber list").path("subscribers")).isEmpty();
        assertThat(json("deliveries").path("deliveries")).isEmpty();
        assertThat(run("subscriber remove aaaaaaaaaaaa").exitCode()).isEqualTo(4);
    }

    @Test
    void theMonitorItselfTriesAChannel() {
        CommandRun tried = run("channel test nowhere --endpoint " + url());
        assertThat(tried.out()).startsWith("refused for good: the channel is not configured");
        assertThat(tried.exitCode()).isEqualTo(1);
    }

    @Test
    void aComponentIsWhatSomebodySaysUntilTheyEndIt() {
        CommandRun said = run("component override formats major --for 2h --reason A-dead-disk.");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("formats", "major_outage", "local", "A-dead-disk.");

        JsonNode better = json("component override formats degraded --until +1h --reason Better.");
        assertThat(better.path("status").asString()).isEqualTo("degraded_performance");
        assertThat(json("component override list").at("/overrides/0/version").asInt()).isEqualTo(2);
        assertThat(json("component override list").path("overrides")).hasSize(1);
        assertThat(run("component override end formats").exitCode()).isZero();
        assertThat(run("component override end formats").exitCode()).isEqualTo(4);
        assertThat(json("component override list").path("overrides")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    formats major --reason x                       | give either --until or --for: it must end
                    formats major --for 1h --until +1h --reason x  | give either --until or --for: it must end
                    formats major --for 8d --reason x              | until: it lies in the past, or more than 7 days ahead
                    formats major --for 1h                         | --reason: it is missing
                    formats --for 1h --reason x                    | STATE: it is missing
                    fonts major --for 1h --reason x                | component.fonts: there is no such component
                    formats unknown --for 1h --reason x            | status: it is unknown
                    """)
    void anOverrideThatCannotBeIsRefused(String line, String reason) {
        CommandRun refused = run("component override " + line);

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains(reason);
    }

    @Test
    void everythingIsExportedAndReadAgain() throws IOException {
        String id = id("incident open Kept -t We-look.");
        CommandRun export = run("export");
        assertThat(export.exitCode()).isZero();
        Path file = Files.writeString(folder.resolve("export.ndjson"), export.out());
        Path other = folder.resolve("other");

        CommandRun read =
                CommandRun.of(environment, "import", "--data", other.toString(), file.toString());

        assertThat(read.out()).endsWith(" lines into " + other + "\n");
        assertThat(CommandRun.of(environment, "export", "--data", other.toString()).out())
                .contains(id);
        CommandRun again =
                CommandRun.of(environment, "import", "--data", other.toString(), file.toString());
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("is not empty");
    }

    /** Through the API, as it goes to a monitor on AWS too. */
    @Test
    void everythingGoesFromOneMonitorToAnother() throws IOException {
        String id = id("incident open Kept -t We-look.");
        CommandRun export = run("export --endpoint " + url());
        assertThat(export.exitCode()).as(export.err()).isZero();
        assertThat(export.out()).startsWith("{\"format\":\"weserv-status export\"");
        Path file = Files.writeString(folder.resolve("export.ndjson"), export.out());
        CommandRun full = run("import --endpoint " + url() + " " + file);
        assertThat(full.exitCode()).isEqualTo(2);
        assertThat(full.err()).contains("the monitor is not empty");
        running.orElseThrow().monitor().close();

        folder = Files.createDirectory(folder.resolve("other"));
        start();
        assertThat(run("import --endpoint " + url() + " " + file).err()).isEmpty();
        assertThat(json("incident show " + id).path("title").asString()).isEqualTo("Kept");
        assertThat(json("audit").path("entries").values())
                .extracting(entry -> entry.path("action").asString())
                .contains("import", "open");
    }

    @Test
    void aShellLearnsTheCommands() {
        CommandRun bash = run("completion bash");
        CommandRun zsh = run("completion ZSH");

        assertThat(bash.out()).contains("incident", "open", "--component", "maintenance");
        assertThat(zsh.out()).startsWith("autoload -U +X bashcompinit && bashcompinit\n");
    }

    private CommandRun run(String line) {
        List<String> arguments = new ArrayList<>(List.of(line.split(" ")));
        if (!line.startsWith("completion")) {
            arguments.addAll(List.of("--data", folder.toString()));
        }
        return CommandRun.of(environment, arguments.toArray(String[]::new));
    }

    private JsonNode json(String line) {
        return JsonMapper.shared().readTree(run(line + " -o json").out());
    }

    private String id(String line) {
        return json(line).path("id").asString();
    }

    private URI url() {
        return running.orElseThrow().url();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Catalogue catalogue() {
        return switch (StatusYaml.load("status.yaml", CONFIGURATION)) {
            case Loaded.Valid valid -> valid.catalogue();
            case Loaded.Invalid(var faults) -> throw new AssertionError(faults);
        };
    }
}
