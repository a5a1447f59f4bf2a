package weservstatus.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import weservstatus.check.Catalogue;
import weservstatus.check.Check;
import weservstatus.check.Lack;
import weservstatus.local.Network;
import weservstatus.local.OneLook;
import weservstatus.local.OneLook.Seen;

/** Runs checks once, without a server, and says what was seen. */
@Command(
        name = "probe",
        description = "Runs the named checks once, all of them without a name.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all checks passed or were slow",
            "1:at least one failed",
            "2:bad options or configuration",
            "3:nothing failed, but something could not be judged"
        })
final class ProbeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CHECK", description = "Ids of checks, as in the configuration.")
    private List<String> names = new ArrayList<>();

    @Mixin private TargetOptions options = new TargetOptions();

    @Option(
            names = "--explain",
            description =
                    "Print request, phases, headers, each expectation with its actual value, and a"
                            + " curl line for every check.")
    private boolean explain;

    @Option(names = "--json", description = "Print one JSON document and nothing else.")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also write JUnit XML.")
    private Optional<Path> junit = Optional.empty();

    private final Surroundings surroundings;

    ProbeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Catalogue catalogue = options.load(surroundings.home());
        List<Check> checks = Selection.of(catalogue, names);
        noteWhatIsOff(catalogue);
        Instant started = surroundings.clock().instant();
        List<Seen> seen = look(catalogue, checks);
        print(seen);
        junit.ifPresent(file -> write(file, JunitXml.of(seen, started)));
        return ExitCode.of(seen);
    }

    private List<Seen> look(Catalogue catalogue, List<Check> checks) {
        OneLook look =
                new OneLook(
                        Network.prober(catalogue.page(), surroundings.clock()),
                        surroundings.clock());
        try (Progress progress = Progress.of(checks.size(), surroundings.err())) {
            return look.at(catalogue, checks, progress::step);
        }
    }

    private void noteWhatIsOff(Catalogue catalogue) {
        List<Check> off = catalogue.off(Lack.ORIGIN);
        if (names.isEmpty() && !off.isEmpty()) {
            surroundings
                    .err()
                    .println(
                            off.size()
                                    + " checks need the test card at a public place and are off;"
                                    + " give --origin URL (validate names them)");
        }
    }

    /** With --json the explanation goes to the error stream, so that the document stays alone. */
    private void print(List<Seen> seen) {
        if (explain) {
            var stream = json ? surroundings.err() : surroundings.out();
            seen.forEach(one -> stream.println(Explanation.of(one)));
        }
        surroundings.out().print(json ? ResultsJson.of(seen) : ResultTable.of(seen));
        surroundings.out().flush();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new BadInput("--junit: cannot write " + file + " (" + e + "); give another file");
        }
    }
}
