package weservstatus.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import weservstatus.local.Export;

/** Writes everything that a monitor on this machine keeps. */
@Command(
        name = "export",
        description =
                "Prints everything that a data folder keeps, but for addresses of subscribers, as"
                        + " lines of JSON; a monitor may run meanwhile.")
final class ExportCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of a monitor; data/run of the installation by default.")
    private Optional<Path> data = Optional.empty();

    private final Surroundings surroundings;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path folder = data.orElse(surroundings.home().resolve("data").resolve("run"));
        int lines = Export.write(folder, surroundings.clock(), surroundings.out());
        surroundings.out().flush();
        surroundings.err().println(lines + " lines from " + folder);
        return ExitCode.GOOD;
    }
}
